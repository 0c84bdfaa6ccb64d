#!/bin/sh
# Starts the wall, and again whenever it ends, without a limit. A new version that does not paint within a minute of its start
# is ended, and the one before it is started. This is part of the installed program and never of a new version, which may do
# anything wrong. docs/kiosk.md says what lies in the folder of versions.
set -u

# Links lead here, and so does an AppImage.
here=$(dirname -- "$(readlink -f -- "$0")")
settings=${XDG_CONFIG_HOME:-${HOME:-}/.config}/floorboard
for word in "$@"; do
  case $word in --user-data-dir=*) settings=${word#*=} ;; esac
done
versions=$settings/versions
installed=$(cat "$here/version" 2> /dev/null || echo unknown)
paint_within=${FLOORBOARD_PAINT_WITHIN:-60}

# The wall promises to be gone five seconds after it was asked to.
end_within=6
first_pause=2
longest_pause=60
# After a run of so many seconds the pauses begin from the first again.
well_after=60
# A start that the power has cut short says nothing of a version; so many of them do.
most_starts=3

say() { # level message version why
  printf '{"at":"%s","level":"%s","message":"%s","version":"%s","why":"%s"}\n' \
    "$(date -u +%Y-%m-%dT%H:%M:%SZ)" "$1" "$2" "$3" "$4" >&2 || :
}

# One line: the version that runs, the one before it, how often it was started on trial, and which program was installed
# when it came. A hyphen stands for the installed program, and for no trial.
kept=yes
load() {
  runs=- before=- trial=- beside=$installed
  [ -r "$versions/state" ] && read -r runs before trial beside < "$versions/state" || :
  # Somebody has installed another program by hand: it goes before what was downloaded.
  [ "${beside:-}" = "$installed" ] || { runs=- before=- trial=-; }
  case $runs in '' | .* | *[!0-9A-Za-z.-]*) runs=- ;; esac
  case $before in '' | .* | *[!0-9A-Za-z.-]*) before=- ;; esac
  case $trial in '' | *[!0-9]*) trial=- ;; esac
}

write() { # file line
  { printf '%s\n' "$2" > "$versions/$1.new"; } 2> /dev/null && mv -f "$versions/$1.new" "$versions/$1" 2> /dev/null
}

# What the disk does not take holds for as long as this runs.
keep() { # runs before trial
  runs=$1 before=$2 trial=$3
  kept=yes
  write state "$runs $before $trial $installed" || kept=no
}

go_back() { # why
  say error 'the new version is left for the one before' "$runs" "$1"
  write went-back "$runs $(date +%s) $1" || :
  keep "$before" - -
}

program_of() {
  if [ "$1" = - ]; then printf %s "$here/floorboard-tv-wall"; else printf %s "$versions/$1/floorboard-tv-wall"; fi
}

child='' killer='' stopping=''
stop() {
  stopping=yes
  [ -z "$child" ] && return
  kill -TERM "$child" 2> /dev/null
  (sleep "$end_within" && kill -KILL "$child") > /dev/null 2>&1 &
  killer=$!
}
trap stop TERM INT HUP

# A signal to this script interrupts `wait` and leaves the wall running, or it ends just then: its own code is asked for again.
wait_for() {
  while :; do
    wait "$1"
    code=$?
    [ "$code" -gt 128 ] || return
    kill -0 "$1" 2> /dev/null && continue
    wait "$1" 2> /dev/null
    again=$?
    # A shell that has told the code already knows of no such process.
    [ "$again" -eq 127 ] || code=$again
    return
  done
}

has_painted() { [ "$(cat "$versions/painted" 2> /dev/null)" = "$start" ]; }

# Runs beside a wall on trial, and ends it where it is late.
watch_trial() {
  left=$paint_within
  while [ "$left" -gt 0 ]; do
    sleep 1
    if has_painted; then
      say info 'the new version has painted' "$runs" ''
      keep "$runs" "$before" -
      return
    fi
    left=$((left - 1))
  done
  write late "$start" || :
  kill -TERM "$child" 2> /dev/null
  sleep "$end_within"
  kill -KILL "$child" 2> /dev/null
}
# By the clock where the disk took no note of it.
was_late() { [ "$(cat "$versions/late" 2> /dev/null)" = "$start" ] || [ "$ran" -ge "$paint_within" ]; }

nth=0
pause=$first_pause
while :; do
  [ "$kept" = yes ] && load
  if [ "$runs" != - ] && [ ! -x "$(program_of "$runs")" ]; then keep - - -; fi
  if [ "$trial" != - ] && [ "$trial" -ge "$most_starts" ]; then go_back ended; fi
  # Counted before it begins, so that a start that takes the machine with it counts too.
  if [ "$trial" != - ]; then keep "$runs" "$before" $((trial + 1)); fi

  nth=$((nth + 1))
  start=$$-$nth-$(date +%s)
  began=$(date +%s)
  (
    export FLOORBOARD_START="$start" FLOORBOARD_VERSIONS="$versions" FLOORBOARD_INSTALLED="$installed"
    # Where the system allows no namespaces to users, the sandbox needs a helper that belongs to root.
    [ "$runs" != - ] && [ -u "$here/chrome-sandbox" ] && export CHROME_DEVEL_SANDBOX="$here/chrome-sandbox"
    exec "$(program_of "$runs")" "$@"
  ) &
  child=$!
  # It was asked to end just before there was a wall.
  [ -n "$stopping" ] && stop
  watcher='' tried=''
  if [ "$trial" != - ]; then
    say info 'a new version is tried' "$runs" "$trial"
    tried=$runs
    watch_trial &
    watcher=$!
  fi
  wait_for "$child"
  child=''
  ended=$code
  ran=$(($(date +%s) - began))
  # It has nobody to kill any more.
  [ -n "$killer" ] && kill "$killer" 2> /dev/null
  if [ -n "$watcher" ]; then
    # A signal that can be caught may come before the watcher is ready for it.
    kill -KILL "$watcher" 2> /dev/null
    wait_for "$watcher" 2> /dev/null
  fi
  [ -n "$stopping" ] && exit "$ended"
  # Somebody else asked it to end, or the wall runs already; not where it was ended for being late.
  if [ "$ended" -eq 0 ] && ! { [ -n "$tried" ] && was_late; }; then exit 0; fi
  if [ -n "$tried" ] && ! has_painted; then
    # Also where it does not take its set-up: the one before took it.
    if was_late; then go_back not-painted; else go_back ended; fi
    continue
  fi
  if [ -n "$tried" ]; then
    # It may have taken a newer one meanwhile.
    [ "$kept" = yes ] && load
    if [ "$runs" = "$tried" ] && [ "$trial" != - ]; then keep "$runs" "$before" -; fi
  elif [ "$ended" -eq 2 ]; then
    # A bad set-up, which the wall has explained: the next start would not mend it.
    exit 2
  fi
  # It has taken a new version.
  [ "$kept" = yes ] && load
  [ "$trial" = 0 ] && continue
  [ "$ran" -gt "$well_after" ] && pause=$first_pause
  say warn 'the wall has ended' "$runs" "code $ended"
  sleep "$pause" &
  wait_for $!
  [ -n "$stopping" ] && exit 0
  pause=$((pause * 2))
  [ "$pause" -gt "$longest_pause" ] && pause=$longest_pause
done
