# Reads "guard <pid> <signal>" and "release <pid>" until the pipe closes, then stops what is still guarded: youngest first,
# politely, and after ten seconds by force. Every guarded process leads a process group of its own.
trap '' INT TERM HUP
guarded=
while read -r verb pid signal; do
  case $verb in
    guard) guarded="$pid:$signal $guarded" ;;
    release)
      kept=
      for entry in $guarded; do
        [ "${entry%%:*}" = "$pid" ] || kept="$kept$entry "
      done
      guarded=$kept
      ;;
  esac
done

for entry in $guarded; do
  kill -s "${entry##*:}" "${entry%%:*}" 2>/dev/null
done
tries=0
while [ "$tries" -lt 100 ]; do
  alive=
  for entry in $guarded; do
    kill -0 "${entry%%:*}" 2>/dev/null && alive=yes
  done
  [ -n "$alive" ] || exit 0
  sleep 0.1
  tries=$((tries + 1))
done
for entry in $guarded; do
  kill -s KILL -- "-${entry%%:*}" 2>/dev/null
done
