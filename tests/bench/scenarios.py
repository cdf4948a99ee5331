# SPDX-License-Identifier: GPL-3.0-or-later
"""What is measured: what bench-load is told, and what is wrong with the primary meanwhile."""

from dataclasses import dataclass, field

HEALTHY, REFUSES, ANSWERS_500 = "healthy", "refuses", "500"


@dataclass
class Scenario:
    name: str
    title: str
    model: str
    connections: int
    load: dict = field(default_factory=dict)    # more options of bench-load; times in ms
    quick: dict = field(default_factory=dict)   # what --quick changes of them
    primary: str = HEALTHY
    healthy_twin: str = ""      # the scenario that says what the rate is without a failure
    warm_up_requests: int = 0   # before anything is measured, memory included

    def options(self, quick):
        return {"model": self.model, "connections": self.connections} | self.load | (self.quick if quick else {})

    @property
    def streams(self):
        return self.model.startswith("stream-")

    @property
    def held(self):
        return "once" in self.load


def loop(name, title, connections, **more):
    load = {"warm-up": 1000, "duration": 3000} | more.pop("load", {})
    return Scenario(name, title, "answer-1024", connections, load, {"warm-up": 400, "duration": 1000}, **more)


LONG_PROMPT = {"prompt-bytes": 50 * 1024}

ALL = [
    loop("small-c1", "answers of 1 KB, 1 connection", 1),
    loop("small-c16", "answers of 1 KB, 16 connections", 16),
    loop("small-c64", "answers of 1 KB, 64 connections", 64),
    loop("prompt-c1", "prompts of 50 KB, 1 connection", 1, load=LONG_PROMPT),
    loop("prompt-c16", "prompts of 50 KB, 16 connections", 16, load=LONG_PROMPT),
    Scenario("streams-200", "200 streams of 100 tokens at 50 tokens/s", "stream-100-20ms", 200,
             {"warm-up": 3000, "duration": 6000, "ramp": 2000}, {"warm-up": 2200, "duration": 2500}, warm_up_requests=200),
    Scenario("held-2000", "2,000 streams at once at 2 tokens/s", "stream-20-500ms", 2000,
             {"once": True, "ramp": 4000, "duration": 40000}, {"model": "stream-8-500ms", "ramp": 2000}, warm_up_requests=200),
    loop("fail-refused", "the primary refuses, 16 connections", 16, primary=REFUSES, healthy_twin="small-c16"),
    loop("fail-500", "the primary answers 500, 16 connections", 16, primary=ANSWERS_500, healthy_twin="small-c16"),
]
