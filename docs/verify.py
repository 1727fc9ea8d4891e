#!/usr/bin/env python3
"""Verifies bundles (evidence.md): verify.py KEYFILE BUNDLE...; exit code 0 good, 1 tampered with, 2 unusable."""
import base64, calendar, hashlib, json, re, sys, time
DEVICE = "deviceId wrongDevice inheritedFrom original replacement device newDevice successor".split()
EVENT = "position:1 sequence:0 type:s revision:s eventId:s recordedAt:t payload:b metadata:b inclusion:h63"
ATTEMPT = ("number:1 client:s idempotencyKey:s fingerprint:b planId:s? caseId:s? commandType:s command:b"
           " outcome:ACCEPTED|REFUSED decision:b planSequence:0? actor:s trace:s? businessMoment:t recordedAt:t inclusion:h63")
class Bad(Exception): pass
def need(good, what, code=1):
    if not good: raise Bad(code, what)
P, Q = 2 ** 255 - 19, 2 ** 252 + 27742317777372353535851937790883648493  # Ed25519 (RFC 8032, section 6)
D = -121665 * pow(121666, P - 2, P) % P
def add(p, q):
    a, b = (p[1] - p[0]) * (q[1] - q[0]) % P, (p[1] + p[0]) * (q[1] + q[0]) % P
    c, d = 2 * p[3] * q[3] * D % P, 2 * p[2] * q[2] % P
    return (b - a) * (d - c) % P, (d + c) * (b + a) % P, (d - c) * (d + c) % P, (b - a) * (b + a) % P
def times(s, p): return (0, 1, 1, 0) if s == 0 else add(p, times(s - 1, p)) if s & 1 else times(s >> 1, add(p, p))
def point(raw):
    y, sign = int.from_bytes(raw, "little") & (1 << 255) - 1, raw[31] >> 7
    x2 = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(x2, (P + 3) // 8, P)
    if (x * x - x2) % P: x = x * pow(2, (P - 1) // 4, P) % P
    if y >= P or (x * x - x2) % P or (x == 0 and sign): return None
    return (x, y, 1, x * y % P) if x & 1 == sign else (P - x, y, 1, (P - x) * y % P)
G = point((4 * pow(5, P - 2, P) % P).to_bytes(32, "little"))
def signed(key, text, sig):
    a, r, s = point(key), point(sig[:32]) if len(sig) == 64 else None, int.from_bytes(sig[32:], "little")
    if a is None or r is None or s >= Q: return False
    h = int.from_bytes(hashlib.sha512(sig[:32] + key + text).digest(), "little") % Q
    p, q = times(s, G), add(r, times(h, a))
    return (p[0] * q[2] - q[0] * p[2]) % P == 0 == (p[1] * q[2] - q[1] * p[2]) % P
def sha(*parts): return hashlib.sha256(b"".join(parts)).digest()
def leaf(*fields):
    raw = [f if f is None or type(f) is bytes else f.to_bytes(8, "big") if type(f) is int else f.encode() for f in fields]
    return sha(b"\0", *(b"\xff" * 4 if f is None else len(f).to_bytes(4, "big") + f for f in [b"\1"] + raw))
def entry(key, sequence, end): return sha(b"\3", key, sequence.to_bytes(8, "big"), end)
def tree_root(h, fn, sn, proof):  # RFC 9162, 2.1.3.2
    for p in proof:
        if sn == 0: return None
        right = fn & 1 or fn == sn
        h = sha(b"\1", p, h) if right else sha(b"\1", h, p)
        while right and fn and not fn & 1: fn, sn = fn >> 1, sn >> 1
        fn, sn = fn >> 1, sn >> 1
    return h if sn == 0 else None
def map_root(key, h, siblings):
    for d in reversed(range(len(siblings))):
        h = sha(b"\4", siblings[d], h) if key[d // 8] >> 7 - d % 8 & 1 else sha(b"\4", h, siblings[d])
    return h
def b64(text, length=None):
    raw = base64.b64decode(text) if re.fullmatch("(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?", text) else b"?"
    need(base64.b64encode(raw).decode() == text and length in (None, len(raw)), "base64 %r" % text, 2)
    return raw
def moment(text):
    m = re.fullmatch(r"((?:19[7-9]|[2-9]\d\d)\d-\d\d-\d\dT\d\d:\d\d:[0-5]\d)(?:\.(\d{1,6}))?Z", text, re.A)
    try: return calendar.timegm(time.strptime(m[1], "%Y-%m-%dT%H:%M:%S")) * 10 ** 6 + int((m[2] or "").ljust(6, "0"))
    except (ValueError, TypeError): raise Bad(2, "not a moment: " + text)
def parse(raw, code):
    try:  # int() refuses "NaN" and "twice", with a ValueError as all else
        once = lambda pairs: dict(pairs) if len(dict(pairs)) == len(pairs) else int("twice")
        value = json.loads(raw.decode(), object_pairs_hook=once, parse_constant=int)
        json.dumps(value, ensure_ascii=False).encode()  # half a surrogate pair has no UTF-8
    except (ValueError, RecursionError) as e: raise Bad(code, "not JSON: %s" % e)
    need(type(value) is dict, "not an object", code)
    return value
def value(kind, v):
    need(type(v) is {"0": int, "1": int, "h": list, "l": list, "o": dict}.get(kind[0], str), "another kind of value", 2)
    if kind in "01": need(int(kind) <= v < 2 ** 53, "a number out of range", 2)
    if kind[0] == "h": need(len(v) <= int(kind[1:]), "too many hashes", 2)
    if "|" in kind: need(v in kind.split("|"), "it must be " + kind, 2)
    if kind[0] == "h": return [value("H", h) for h in v]
    return {"b": b64, "t": moment, "H": lambda text: b64(text, 32)}.get(kind, lambda x: x)(v)
def shape(obj, members):
    kinds = dict(m.split(":") for m in members.split())
    need(type(obj) is dict and set(obj) <= set(kinds), "an object of " + members, 2)
    need(all(n in obj for n in kinds if kinds[n][-1] != "?"), "members are missing of " + members, 2)
    return {n: value(k.rstrip("?"), obj[n]) if n in obj else None for n, k in kinds.items()}
def checkpoint(note, keys):
    text, _, rest = value("s", note).rpartition("\n\n")
    m = re.fullmatch(r"(.+)\n(\d+)\n(\S+)\nmap (\S+)\nattempts (\d+) (\S+)\nreads (\d+) (\S+)\ntime (\S+)", text, re.A)
    sizes = m and all(re.fullmatch("0|[1-9][0-9]{,15}", m[i]) and int(m[i]) < 2 ** 53 for i in (2, 5, 7))
    need(sizes and rest[-1:] == "\n" and not re.search("[\0-\x09\x0b-\x1f]", note), "no checkpoint", 2)
    (root, ends, attempts, _), _, good = [b64(m[i], 32) for i in (3, 4, 6, 8)], moment(m[9]), False
    for line in rest[:-1].split("\n"):
        s = re.fullmatch("\u2014 ([^\\s+]+) (\\S+)", line)
        need(s and len(b64(s[2])) > 4, "signature line", 2)
        key = keys.get((s[1], b64(s[2])[:4]))
        need(key is None or signed(key, (text + "\n").encode(), b64(s[2])[4:]), "signature")
        good |= key is not None and s[1] == m[1]
    need(good, "signature: none of the keys signed it")
    return int(m[2]), root, ends, int(m[5]), attempts
def walk(v, name=""):
    if type(v) is str and name in DEVICE and re.fullmatch("[0-9a-f]{64}", v): yield v
    if type(v) is dict and type(v.get("reference")) is type(v.get("sha256")) is str: yield v["reference"], v["sha256"]
    for n, x in v.items() if type(v) is dict else [("", x) for x in v] if type(v) is list else []: yield from walk(x, n)
def absence(doc, keys):
    doc = shape(doc, "format:s streamId:s checkpoint:s map:o")
    proof, key = shape(doc["map"], "siblings:h256 other:o?"), sha(doc["streamId"].encode())
    other = {} if proof["other"] is None else shape(proof["other"], "key:H sequence:0 streamHash:H")
    ends, h = checkpoint(doc["checkpoint"], keys)[2], entry(*other.values()) if other else bytes(32)
    mine, theirs = (int.from_bytes(k, "big") >> 256 - len(proof["siblings"]) for k in (key, other.get("key", key)))
    need(not other or (key != other["key"] and mine == theirs and len(proof["siblings"]) >= 16), "absence: no other entry")
    need(map_root(key, h, proof["siblings"]) == ends, "absence: the proof does not lead to the map")
def bundle(doc, keys):
    doc = shape(doc, "format:s planId:s checkpoint:s streams:l attempts:l privateValues:l?")
    attempts, plan = [shape(a, ATTEMPT) for a in doc["attempts"]], doc["planId"]
    values = [shape(v, "reference:s kind:s salt:H value:b") for v in doc["privateValues"] or []]
    streams = [shape(s, "streamId:s streamType:PLAN|DEVICE events:l map:o") for s in doc["streams"]]
    for s in streams: s.update(shape(s["map"], "siblings:h256"), events=[shape(e, EVENT) for e in s["events"]])
    size, root, ends, total, attempts_root = checkpoint(doc["checkpoint"], keys)
    last, accepted, commitments, named = 0, {}, set(), set()
    for a in attempts:
        h, where, key = leaf(*list(a.values())[1:-1]), "attempt %d" % a["number"], (a["client"], a["idempotencyKey"])
        need(last < a["number"] <= total and a["planId"] == plan and key not in accepted, where)
        need(tree_root(h, a["number"] - 1, total - 1, a["inclusion"]) == attempts_root, where + ": inclusion")
        last, accepted[key] = a["number"], a["outcome"] == "ACCEPTED"
        commitments |= {f for f in walk(parse(a["command"], 1)) if type(f) is tuple}
    ids = [s["streamId"] for s in streams]
    need(ids[:1] == [plan] and len(set(ids)) == len(ids), "the plan's stream comes first, and none comes twice")
    for i, s in enumerate(streams):
        sid, end, position, key = s["streamId"], bytes(32), 0, sha(s["streamId"].encode())
        need(s["streamType"] == ("DEVICE" if i else "PLAN") and s["events"] and len(s["siblings"]) >= 16, "stream " + sid)
        for n, e in enumerate(s["events"]):
            where = "stream %s, sequence %d, position %d" % (sid, n, e["position"])
            h = leaf(sid, *list(e.values())[1:-1])
            need(e["sequence"] == n and position < e["position"] <= size, where + ": order")
            need(tree_root(h, e["position"] - 1, size - 1, e["inclusion"]) == root, where + ": inclusion")
            position, end = e["position"], sha(b"\2", end, h)
            payload, meta = parse(e["payload"], 1), parse(e["metadata"], 1)
            for f in walk(payload): (commitments if type(f) is tuple else set() if i else named).add(f)
            need(payload.get("deviceId") == sid if i else payload.get("planId") == plan, where + ": content")
            cause = accepted.get((str(meta.get("client")), str(meta.get("idempotencyKey"))))
            need(cause or payload.get("planId") != plan, where + ": attempt")
        need(map_root(key, entry(key, n, end), s["siblings"]) == ends, where + ": not the end")
    need(set(ids[1:]) == named, "devices: %s" % (named ^ set(ids[1:])))
    need(len({v["reference"] for v in values}) == len(values), "a private value is there twice")
    for v in values: need((v["reference"], sha(v["salt"], v["value"]).hex()) in commitments, "value of " + v["reference"])
if __name__ == "__main__":
    lines = [l.strip().split("+", 2) for l in open(sys.argv[1], encoding="utf-8") if l.strip() and l[0] != "#"]
    keys, worst = {(name, bytes.fromhex(i)): b64(key, 33)[1:] for name, i, key in lines}, 0
    for path in sys.argv[2:]:
        try:
            doc = parse(open(path, "rb").read(), 2)
            kind = {"plan-ledger-bundle/1": bundle, "plan-ledger-absence/1": absence}.get(str(doc.get("format")))
            need(kind and next(iter(doc)) == "format", "`format` must come first, and be known", 2)
            code, what = kind(doc, keys) or 0, ""
        except Bad as e: code, what = e.args
        print(("GOOD", "TAMPERED", "UNUSABLE")[code], path, what)
        worst = max(worst, code)
    sys.exit(worst)
