# Builds a module of a checkout on first use and after a change; the launcher and examples/run include this: build_if_needed MODULE FOLDER…

# false after a build for another machine, which leaves that one's native code
has_native_code() {
  case $(uname -sm) in
    "Linux x86_64") platform=linux-x86_64 ;;
    "Linux aarch64") platform=linux-arm64 ;;
    "Darwin x86_64") platform=macosx-x86_64 ;;
    "Darwin arm64") platform=macosx-arm64 ;;
    *) return 0 ;;
  esac
  [ -n "$(find "$home/$1/target" -name "javacpp-*-$platform.jar" -print -quit 2>/dev/null)" ]
}

# a build removes the module's jar before it compiles the module, and makes it last: it is newer than the sources after a whole build only
is_built() {
  module=$1
  shift
  has_native_code "$module" || return 1
  jar=$(find "$home/$module/target" -maxdepth 1 -name "framewire-$module-*.jar" -print -quit 2>/dev/null)
  [ -n "$jar" ] && [ -z "$(find "$home/pom.xml" "$@" -newer "$jar" -print -quit)" ]
}

build() {
  command -v mvn >/dev/null || die "Maven is needed to build on first use: install it and put mvn on the PATH"
  echo "framewire: building, which takes a minute the first time ..." >&2
  (cd "$home" && mvn -q -B -ntp -pl "$1" -am -DskipTests package) >&2 || die "the build failed, see above"
}

build_if_needed() {
  ! is_built "$@" || return 0
  # two first starts at once must not build into each other
  if command -v flock >/dev/null; then
    mkdir -p "$home/cli/target"
    exec 9>"$home/cli/target/.build-lock"
    flock 9
  fi
  is_built "$@" || build "$1"
  exec 9>&-
}
