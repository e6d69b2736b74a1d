# How Java is started; the launchers of a checkout and of an archive and examples/run include this: start OPTIONS CLASSES MAIN WORD…

java=${JAVA_HOME:+$JAVA_HOME/bin/}java
oldest=17

die() {
  echo "framewire: $*" >&2
  exit 1
}

# its major version: from the file that a JDK has, or else from Java itself, which takes longer
java_version() {
  release=$(dirname "$(readlink -f "$(command -v "$java")")")/../release
  if [ -r "$release" ]; then
    sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$release"
  else
    "$java" -version 2>&1 | sed -n 's/.* version "\([0-9]*\).*/\1/p'
  fi
}

check_java() {
  command -v "$java" >/dev/null ||
    die "there is no $java: install Java $oldest or later, and put it on the PATH or set JAVA_HOME"
  version=$(java_version)
  [ "${version:-$oldest}" -ge $oldest ] ||
    die "$java is too old, Java $oldest or later is needed: install one, and put it on the PATH or set JAVA_HOME"
}

start() {
  options=$1
  classes=$2
  main=$3
  shift 3
  terminal=false
  [ ! -t 2 ] || terminal=true
  exec "$java" "@$options" -Dframewire.terminal=$terminal ${FRAMEWIRE_JAVA_OPTIONS:-} \
    -cp "$classes" "$main" "$@"
}
