# SPDX-License-Identifier: GPL-3.0-or-later
"""Child processes, and what /proc says of them."""

import contextlib
import ctypes
import os
import selectors
import signal
import socket
import subprocess
import threading
import time
from pathlib import Path

END_SECONDS = 15


class CannotStart(Exception):
    pass


def end_with_parent():
    ctypes.CDLL(None).prctl(1, signal.SIGTERM)


class Child:
    """A process in a group of its own; what it says on standard error goes to a file."""

    def __init__(self, argv, log, env=None):
        self.log = Path(log)
        with open(log, "ab") as errors:
            self.process = subprocess.Popen([str(word) for word in argv], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                            stderr=errors, env=env, text=True, start_new_session=True,
                                            preexec_fn=end_with_parent)
        self.pid = self.process.pid

    def first_line(self, seconds):
        with selectors.DefaultSelector() as selector:
            selector.register(self.process.stdout, selectors.EVENT_READ)
            line = self.process.stdout.readline() if selector.select(seconds) else ""
        if not line:
            raise CannotStart(f"{self.process.args[0]} said nothing; its log ends: {self.log_tail()}")
        # Whatever else it prints must not fill the pipe and stop it.
        threading.Thread(target=self.process.stdout.read, daemon=True).start()
        return line

    def log_tail(self):
        return self.log.read_bytes()[-1500:].decode(errors="replace").strip()

    def alive(self):
        return self.process.poll() is None

    def stop(self):
        self.process.terminate()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.process.wait(END_SECONDS)
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.pid, signal.SIGKILL)
        self.process.wait()


def family(pid):
    """A process and its descendants."""
    found, ahead = [], [pid]
    while ahead:
        one = ahead.pop()
        found.append(one)
        with contextlib.suppress(OSError):
            for task in os.listdir(f"/proc/{one}/task"):
                ahead += [int(child) for child in Path(f"/proc/{one}/task/{task}/children").read_text().split()]
    return found


def cpu_seconds(pid):
    ticks = 0
    for one in family(pid):
        with contextlib.suppress(OSError):
            fields = Path(f"/proc/{one}/stat").read_text().rpartition(")")[2].split()
            ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")


def thread_cpu_seconds(pid, name):
    """Of the threads of a process with this name."""
    nanoseconds = 0
    for task in Path(f"/proc/{pid}/task").iterdir():
        with contextlib.suppress(OSError):
            if (task / "comm").read_text().strip() == name:
                nanoseconds += int((task / "schedstat").read_text().split()[0])
    return nanoseconds / 1e9


def machine_cpu_seconds():
    """Of all processes together."""
    user, nice, system, _, _, irq, softirq, *_ = Path("/proc/stat").read_text().split("\n", 1)[0].split()[1:]
    return sum(map(int, (user, nice, system, irq, softirq))) / os.sysconf("SC_CLK_TCK")


def memory_mb(pid):
    """(resident, proportional)"""
    found = {"Rss:": 0, "Pss:": 0}
    for one in family(pid):
        with contextlib.suppress(OSError):
            for line in Path(f"/proc/{one}/smaps_rollup").read_text().splitlines():
                name, *rest = line.split()
                if name in found:
                    found[name] += int(rest[0])
    return found["Rss:"] / 1024, found["Pss:"] / 1024


class MemoryPeak:
    """Looks at a process twice a second."""

    def __init__(self, pid):
        self.pid = pid
        self.before = self.rss, self.pss = memory_mb(pid)
        self.over = threading.Event()
        self.thread = threading.Thread(target=self.watch, daemon=True)

    def watch(self):
        while not self.over.wait(0.5):
            self.look()

    def look(self):
        rss, pss = memory_mb(self.pid)
        self.rss, self.pss = max(rss, self.rss), max(pss, self.pss)

    def __enter__(self):
        self.thread.start()
        return self

    def __exit__(self, *_):
        self.over.set()
        self.thread.join()
        self.look()


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextlib.contextmanager
def refusing_port():
    """Bound but not listening: nobody else gets it, and every connection is refused."""
    with socket.socket() as holder:
        holder.bind(("127.0.0.1", 0))
        yield holder.getsockname()[1]


def wait_for_port(port, child, seconds=5):
    end = time.monotonic() + seconds
    while time.monotonic() < end and child.alive():
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return True
        time.sleep(0.01)
    return False
