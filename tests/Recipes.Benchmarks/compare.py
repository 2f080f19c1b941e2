"""Runs both sides of the benchmarks, one after the other on one machine, and writes the table of docs/performance.md.

    dotnet build -c Release tests/Recipes.Benchmarks && python3 tests/Recipes.Benchmarks/compare.py [--reps 5] [--only W1,W6]

Only ratios of one run count: let nothing else run on the machine meanwhile. --between gives a command that is put before each one,
for machines where something has to be kept still.
"""
import argparse
import collections
import datetime
import json
import pathlib
import shlex
import subprocess
import sys

here = pathlib.Path(__file__).resolve().parent
page = here.parent.parent / "docs" / "performance.md"
START, END = "<!-- measured: start -->", "<!-- measured: end -->"

arguments = argparse.ArgumentParser()
arguments.add_argument("--reps", type=int, default=5)
arguments.add_argument("--only", default="W1,W2,W3,W4,W6,W9")
arguments.add_argument("--threads", default="1,2")
arguments.add_argument("--between", default="", help="a command that runs the command after it")
arguments.add_argument("--dotnet", default="dotnet")
arguments.add_argument("--python", default=sys.executable, help="the interpreter that sees PyTorch and scikit-learn")
options = arguments.parse_args()


def lines(*command):
    done = subprocess.run([*shlex.split(options.between), *command], capture_output=True, text=True, check=True)
    return [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]


program = str(here / "bin" / "Release" / "net10.0" / "Recipes.Benchmarks.dll")
found, versions = [], {}
for workload in ["floor", *options.only.split(",")]:
    found += lines(options.dotnet, program, "--only", workload, "--threads", options.threads, "--reps", str(options.reps))
    for threads in options.threads.split(","):
        if workload == "floor":
            continue
        for line in lines(options.python, str(here / "peers" / "peers.py"), "--only", workload, "--threads", threads, "--reps", str(options.reps)):
            if line["peer"] == "versions":
                versions = line
            else:
                found.append(line)

table = collections.defaultdict(dict)
for line in found:
    table[(line["workload"], line["metric"], line["unit"], line["threads"])][line["peer"]] = line


def number(value):
    return "%.3g" % value if value < 1000 else "%.0f" % value


def cell(line):
    return "%s (%s–%s)" % tuple(number(line[k]) for k in ("median", "min", "max"))


out = ["| workload | | threads | Recipes | PyTorch as written | PyTorch tuned | scikit-learn | best peer / Recipes |", "|---|---|---|---|---|---|---|---|"]
for (workload, metric, unit, threads), peers in table.items():
    if "recipes" not in peers or metric.startswith("floor") or workload == "floor" or "allocated" in metric:
        continue
    others = [peers[p]["median"] for p in ("torch", "torch-tuned", "scikit-learn") if p in peers]
    ratio = "" if not others or metric == "test accuracy" else "**%.1f×**" % (min(others) / peers["recipes"]["median"])
    out.append("| %s | %s, %s | %s | %s | %s | %s |" % (
        workload, metric, unit, threads, cell(peers["recipes"]), " | ".join(cell(peers[p]) if p in peers else "" for p in ("torch", "torch-tuned", "scikit-learn")), ratio))

out += ["", "Against the machine's floors, one thread:", "", "| | measured | floor | ratio |", "|---|---|---|---|"]
fma = table.get(("floor", "multiply-add", "GFLOP/s", 1), {}).get("recipes")
ARITHMETIC = {"W1": 0.65e6, "W2": 52e6, "W3": 1.22e9, "W4": 0.38e9}
for (workload, metric, unit, threads), peers in table.items():
    if threads != 1 or "recipes" not in peers:
        continue
    ours = peers["recipes"]["median"]
    if metric == "value and gradient":
        floor = max(table[(workload, "floor: " + f, unit, 1)]["recipes"]["median"] for f in ("copy", "one exponential"))
        out.append("| %s | %s ns/element | %s, the larger of a copy and one exponential | %.2f |" % (workload, number(ours), number(floor), ours / floor))
    elif metric == "step" and workload in ARITHMETIC and fma:
        floor = ARITHMETIC[workload] / fma["median"] / 1e6
        out.append("| %s | %s ms | %s, its multiply-adds at %s GFLOP/s | %.2f |" % (workload, number(ours), number(floor), number(fma["median"]), ours / floor))

processor = next((line.split(":", 1)[1].strip() for line in open("/proc/cpuinfo") if line.startswith("model name")), "?")
runtime = subprocess.run([options.dotnet, "--version"], capture_output=True, text=True).stdout.strip()
out += ["", "%s, %s; .NET SDK %s, PyTorch %s, Python %s. Medians of %d repetitions, with least and greatest." % (
    datetime.date.today(), processor, runtime, versions.get("torch"), versions.get("python"), options.reps)]

text = page.read_text()
page.write_text(text[:text.index(START) + len(START)] + "\n" + "\n".join(out) + "\n" + text[text.index(END):])
print("\n".join(out))
