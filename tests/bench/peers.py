# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands between load and providers: nothing, nginx, the gateway."""

import json
import os
import shutil
import urllib.parse
from pathlib import Path

from processes import CannotStart, Child, free_port, wait_for_port

KEY = "sk-us_bench-00000000000000000000000000"


class Direct:
    name = "direct"
    fails_over = False

    def problem(self):
        return None

    def start(self, folder, primary, backup, model):
        """(child or None, port, more options of bench-load)"""
        return None, primary, []


class Nginx:
    """As an expert would have it: connections to the providers kept, no buffering of answers, prompts in memory, the next
    server after a failure that is also a failure for the gateway."""

    name = "nginx"
    fails_over = True

    def problem(self):
        return None if shutil.which("nginx") else "nginx is not installed"

    def configuration(self, folder, port, primary, backup):
        temporary = "\n".join(f"    {kind}_temp_path {folder}/{kind};"
                              for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
        return f"""
{"user root;" if os.geteuid() == 0 else ""}
daemon off;
worker_processes auto;
worker_rlimit_nofile 16384;
pid {folder}/pid;
error_log stderr crit;
events {{ worker_connections 8000; }}
http {{
    access_log off;
{temporary}
    client_max_body_size 64m;
    client_body_buffer_size 256k;
    keepalive_requests 1000000000;
    upstream providers {{
        server 127.0.0.1:{primary};
        server 127.0.0.1:{backup} backup;
        keepalive 256;
        keepalive_requests 1000000000;
    }}
    server {{
        listen 127.0.0.1:{port} backlog=4096;
        location / {{
            proxy_pass http://providers;
            proxy_http_version 1.1;
            proxy_set_header Connection "";
            proxy_buffering off;
            proxy_connect_timeout 10s;
            proxy_read_timeout 60s;
            proxy_next_upstream error timeout invalid_header http_429 http_500 http_502 http_503 http_504 non_idempotent;
        }}
    }}
}}
"""

    def start(self, folder, primary, backup, model):
        for _ in range(3):  # nginx cannot choose a port itself, and somebody may be quicker
            port = free_port()
            config = folder / "nginx.conf"
            config.write_text(self.configuration(folder, port, primary, backup))
            child = Child(["nginx", "-e", "stderr", "-p", folder, "-c", config], folder / "log")
            if wait_for_port(port, child):
                return child, port, []
            child.stop()
        raise CannotStart(f"nginx: {child.log_tail()}")


class Gateway:
    """understudy-cli serve with one key: primary, backup, and the policy that a key has by default."""

    name = "understudy"
    fails_over = True

    def __init__(self, program):
        self.program = program

    def problem(self):
        return None if self.program and os.access(self.program, os.X_OK) else f"the gateway is not built: {self.program}"

    def configuration(self, ports, model):
        return {
            "format": "understudy-config", "version": 1,
            "providers": [{"id": f"provider-{name}", "name": f"Provider {name}", "baseUrl": f"http://127.0.0.1:{port}/v1",
                           "dialect": "openai", "models": [{"id": model, "type": "chat"}]} for name, port in ports.items()],
            "channels": [{"id": name, "provider": f"provider-{name}", "name": name, "credential": "sk-invented-for-the-benchmark",
                          "models": [model]} for name in ports],
            "keys": [{"name": "bench", "secret": KEY, "chain": [{"channel": name, "model": model} for name in ports]}],
        }

    def start(self, folder, primary, backup, model):
        config = folder / "config.json"
        config.write_text(json.dumps(self.configuration({"primary": primary, "backup": backup}, model)))
        # Neither the keychain nor the settings of whoever measures are touched.
        env = {name: value for name, value in os.environ.items() if name != "DBUS_SESSION_BUS_ADDRESS"}
        child = Child([self.program, "serve", "--config", config, "--listen", "127.0.0.1:0", "--data-dir", folder / "data", "--json"],
                      folder / "log", env | {"HOME": str(folder), "XDG_RUNTIME_DIR": str(folder)})
        try:
            line = child.first_line(10)
            port = urllib.parse.urlsplit(json.loads(line)["baseUrl"]).port
        except (CannotStart, ValueError, KeyError) as problem:
            child.stop()
            raise CannotStart(f"understudy: {problem}; its log ends: {child.log_tail()}") from problem
        return child, port, ["--header", f"Authorization: Bearer {KEY}"]


def default_gateway(root):
    """The newest optimised build that there is."""
    for preset in ("release", "dev"):
        program = Path(root) / "build" / preset / "app" / "understudy-cli"
        if program.exists():
            return program
    return Path(root) / "build/release/app/understudy-cli"
