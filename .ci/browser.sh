#!/usr/bin/env bash
# Makes sure that there is a Chromium for the tests of the page: the one of the machine, else that of its packages.
set -euo pipefail

[ -z "${CHROMIUM_PATH:-}" ] || exit 0
for name in chromium chromium-browser google-chrome google-chrome-stable; do
  if command -v "$name" > /dev/null; then exit 0; fi
done
if ! command -v apt-get > /dev/null; then
  echo 'The page is tested in Chromium: install it, or say in CHROMIUM_PATH where it is.' >&2
  exit 1
fi
as_root=()
if [ "$(id -u)" -ne 0 ] && command -v sudo > /dev/null; then as_root=(sudo); fi
export DEBIAN_FRONTEND=noninteractive
"${as_root[@]}" apt-get update
# The fonts are for the screenshots, which are looked at.
"${as_root[@]}" apt-get install -y --no-install-recommends chromium fonts-noto-cjk
