#!/usr/bin/env bash
# Draws bpmn/*.bpmn as pictures for the README. Needs npm and Debian's chromium; not part of the build.
set -euo pipefail
cd "$(dirname "$0")/../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cat > "$work/chromium" <<'BROWSER'
#!/bin/sh
exec chromium --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync "$@"
BROWSER
chmod +x "$work/chromium"
npm install --silent --ignore-scripts --prefix "$work" bpmn-to-image@0.10.0
for diagram in bpmn/*.bpmn; do
  name=$(basename "$diagram" .bpmn)
  PUPPETEER_EXECUTABLE_PATH="$work/chromium" "$work/node_modules/.bin/bpmn-to-image" --no-title --no-footer \
    "$diagram:src/docs/diagrams/$name.png"
done
