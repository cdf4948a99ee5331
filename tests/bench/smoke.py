#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""smoke.py FOLDER: the benchmark's provider and load, asked directly for a moment. Do they count right, and notice damage?"""

import json
import subprocess
import sys
from pathlib import Path

folder = Path(sys.argv[1])
wrong = []


def measure(provider_options, *load_options):
    provider = subprocess.Popen([folder / "bench-provider", *provider_options], stdout=subprocess.PIPE, text=True)
    try:
        port = provider.stdout.readline().strip()
        done = subprocess.run([folder / "bench-load", "--port", port, "--duration", "5000", *load_options],
                              capture_output=True, text=True, timeout=20)
        if done.returncode != 0:
            raise SystemExit(done.stderr)
        return json.loads(done.stdout)
    finally:
        provider.terminate()
        provider.wait(5)


def check(what, result, **expected):
    for name, value in expected.items():
        if result[name] != value:
            wrong.append(f"{what}: {name} is {result[name]}, not {value}: {json.dumps(result)}")


check("answers", measure([], "--model", "answer-1024", "--connections", "4", "--requests", "300"), good=300, failed=0)
check("long prompts", measure([], "--model", "answer-1024", "--connections", "2", "--requests", "50", "--prompt-bytes", "200000"),
      good=50, failed=0)
streams = measure([], "--model", "stream-5-10ms", "--connections", "40", "--once")
check("streams", streams, good=40, failed=0, chunks=200, mostOpen=40)
if not 40_000 <= streams["latencyUs"]["p50"] < 1_000_000 or streams["firstTokenUs"]["p50"] > streams["latencyUs"]["p50"]:
    wrong.append(f"streams: implausible times: {json.dumps(streams)}")
check("status", measure(["--status", "500"], "--model", "answer-1024", "--requests", "3"), good=0, problems={"status 500": 3})
check("damaged answers", measure(["--damaged"], "--model", "answer-1024", "--requests", "3"), good=0, problems={"wrong content": 3})
check("damaged streams", measure(["--damaged"], "--model", "stream-3-1ms", "--requests", "3"),
      good=0, problems={"incomplete stream": 3})
check("unfinished", measure([], "--model", "stream-3-5000ms", "--once", "--duration", "100"), good=0, problems={"unfinished": 1})
check("time-outs", measure([], "--model", "stream-3-5000ms", "--once", "--timeout", "50"), good=0, problems={"timeout": 1})
sys.exit("\n".join(wrong) or None)
