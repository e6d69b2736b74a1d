@echo off
rem Runs Framewire's command line from the archive that this is in.
setlocal
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java"
rem one that is too old does not know these options
"%java%" "@%~dp0..\jvm.options" --version >nul 2>nul
if errorlevel 1 (
  echo framewire: Java 17 or later is needed: install it, and put it on the PATH or set JAVA_HOME>&2
  exit /b 1
)
"%java%" "@%~dp0..\jvm.options" %FRAMEWIRE_JAVA_OPTIONS% -cp "%~dp0..\lib\*" io.framewire.cli.Main %*
exit /b %ERRORLEVEL%
