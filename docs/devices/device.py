#!/usr/bin/env python3
"""A device in Python: the standard library, and the openssl command (3.0 or later) for Ed25519, which Python itself lacks.

  python3 device.py check <page.md>                       whether every test vector of the page is right
  python3 device.py enrol <url> <code> <serial> <state>   makes a key and enrols it with the one-time code
  python3 device.py scan <state> <text>                   asks the platform whether the gate opens

In a product sign and verify with a library in the process: cryptography, PyNaCl, or libsodium and OpenSSL in C.
"""
import base64
import hashlib
import http.client
import json
import os
import re
import secrets
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request

API = "/api/v1"
SKEW_MS = 10_000
STEP_MS = 30_000
CODE_MS = 60_000
PASS_STEPS = 1_440

# Ed25519 keys as files of openssl begin with these bytes (RFC 8410).
PRIVATE_KEY = bytes.fromhex("302e020100300506032b657004220420")
PUBLIC_KEY = bytes.fromhex("302a300506032b6570032100")


def base64url(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def bytes_of(text, size):
    """Only the one canonical spelling of so many bytes counts."""
    data = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    if len(data) != size or base64url(data) != text:
        raise ValueError("not read completely")
    return data


def openssl(files, *args):
    with tempfile.TemporaryDirectory() as folder:
        for name, content in files.items():
            with open(os.path.join(folder, name), "wb") as file:
                file.write(content)
        return subprocess.run(["openssl", *args], cwd=folder, capture_output=True)


def sign(seed, message):
    files = {"key": PRIVATE_KEY + seed, "message": message}
    done = openssl(files, "pkeyutl", "-sign", "-rawin", "-keyform", "DER", "-inkey", "key", "-in", "message")
    if done.returncode != 0:
        raise RuntimeError(done.stderr.decode())
    return done.stdout


def is_signed(public_key, message, signature):
    files = {"key": PUBLIC_KEY + public_key, "message": message, "signature": signature}
    key = ["-pubin", "-keyform", "DER", "-inkey", "key"]
    return openssl(files, "pkeyutl", "-verify", "-rawin", *key, "-in", "message", "-sigfile", "signature").returncode == 0


def public_key_of(seed):
    done = openssl({"key": PRIVATE_KEY + seed}, "pkey", "-inform", "DER", "-in", "key", "-pubout", "-outform", "DER")
    return done.stdout[len(PUBLIC_KEY):]


# --- signed requests
def request_text(method, path, body, at, nonce):
    return "\n".join([method, path, hashlib.sha256(body).hexdigest(), str(at), nonce])


def signed_headers(seed, key, method, path, body, at, nonce):
    text = request_text(method, path, body, at, nonce)
    headers = {
        "Anxing-Key": key,
        "Anxing-Time": str(at),
        "Anxing-Nonce": nonce,
        "Anxing-Signature": base64url(sign(seed, text.encode())),
    }
    if body:
        digest = base64.b64encode(hashlib.sha256(body).digest()).decode()
        headers["Content-Type"] = "application/json"
        headers["Content-Digest"] = f"sha-256=:{digest}:"
    return headers


# --- signed answers
def answer_text(key, nonce, status, body):
    return "\n".join(["ANSWER", key, nonce, str(status), hashlib.sha256(body).hexdigest()])


def is_genuine(server_key, key, nonce, status, body, signature):
    text = answer_text(key, nonce, status, body)
    return is_signed(server_key, text.encode(), bytes_of(signature, 64))


# --- without the platform
def check_age(begin, end, now):
    if now < begin - SKEW_MS:
        raise ValueError("from the future")
    if now >= end + SKEW_MS:
        raise ValueError("expired, or a picture")


def check_signature(keys, prefix, data, size):
    key = keys.get(data[0] & 15)
    if data[0] >> 4 != 1 or key is None:
        raise ValueError("of another province, or an old one")
    if not is_signed(key, prefix + data[:size], data[size:size + 64]):
        raise ValueError("forged")


def colour_of_code(keys, text, now):
    data = bytes_of(text[4:], 86)
    issued = int.from_bytes(data[18:22], "big") * 1_000
    check_age(issued, issued + CODE_MS, now)
    check_signature(keys, b"AX1:", data, 22)
    return data[17]


def colour_of_pass(keys, revoked, text, now):
    """`revoked`: `before` by id, of a list that is complete and at most 12 hours old; only where passes are taken."""
    data = bytes_of(text[4:], 128)
    issued = int.from_bytes(data[18:22], "big") * 1_000
    step = int.from_bytes(data[110:112], "big")
    if step >= PASS_STEPS:
        raise ValueError("not read completely")
    check_age(issued + step * STEP_MS, issued + (step + 1) * STEP_MS, now)
    check_signature(keys, b"AX2:", data, 46)
    value = data[112:]
    for _ in range(step):
        value = hashlib.sha256(data[22:30] + value).digest()[:16]
    if value != data[30:46]:
        raise ValueError("forged")
    if issued < revoked.get(base64url(data[22:30]), 0):
        raise ValueError("revoked")
    return data[17]


# --- calls
def send(url, headers, method, path, body):
    request = urllib.request.Request(url + path, body or None, headers, method=method)
    try:
        with urllib.request.urlopen(request, timeout=2) as answer:
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as refused:
        return refused.code, refused.headers, refused.read()
    except (OSError, http.client.HTTPException) as error:
        raise RuntimeError(f"no answer of the platform: {error}; a device decides by itself now") from error


def call(device, method, path, content=None):
    """What the platform answers; whatever it has not signed is no answer."""
    seed, key = bytes.fromhex(device["seed"]), device["id"]
    body = b"" if content is None else json.dumps(content, ensure_ascii=False).encode()
    at, nonce = int(time.time() * 1_000) + device["offset"], base64url(secrets.token_bytes(16))
    headers = signed_headers(seed, key, method, API + path, body, at, nonce)
    status, told, answer = send(device["url"], headers, method, API + path, body)
    try:
        answered = json.loads(answer)
    except ValueError as error:
        raise RuntimeError(f"no answer of the platform: HTTP {status}, not JSON") from error
    server_keys = device.get("serverKeys") or answered.get("serverKeys", [])
    keys = {str(one["id"]): bytes_of(one["publicKey"], 32) for one in server_keys}
    server_key = keys.get(told.get("Anxing-Server-Key", ""))
    if server_key is None or not is_genuine(server_key, key, nonce, status, answer, told["Anxing-Signature"]):
        raise RuntimeError(f"no answer of the platform: HTTP {status} {answer.decode()}")
    return status, answered


def call_in_time(device, method, path, content=None):
    """A clock that is wrong is set by what the platform says, which it has signed."""
    status, answer = call(device, method, path, content)
    error = answer.get("error", {})
    if error.get("code") != "signature_skewed":
        return status, answer
    device["offset"] = error["serverTime"] - int(time.time() * 1_000)
    return call(device, method, path, content)


def uuid7(now):
    data = bytearray(now.to_bytes(6, "big") + secrets.token_bytes(10))
    data[6], data[8] = 0x70 | data[6] & 0x0F, 0x80 | data[8] & 0x3F
    text = data.hex()
    return "-".join([text[:8], text[8:12], text[12:16], text[16:20], text[20:]])


def keep(file, device):
    """The key never leaves the device: its owner alone can read the file."""
    with open(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as state:
        json.dump(device, state)


def enrol(url, code, serial, file):
    seed = secrets.token_bytes(32)
    if os.path.exists(file):
        # The answer to an earlier try was lost: only the same key may ask again.
        with open(file) as state:
            seed = bytes.fromhex(json.load(state)["seed"])
    public_key = base64url(public_key_of(seed))
    device = {"url": url, "seed": seed.hex(), "id": public_key, "offset": 0}
    keep(file, device)
    content = {"code": code, "publicKey": public_key, "serial": serial, "firmware": "device.py 1.0"}
    status, answer = call(device, "POST", "/device/enrolments", content)
    if status == 200:
        keep(file, {**device, "id": answer["deviceId"], "serverKeys": answer["serverKeys"]})
    print(json.dumps(answer, ensure_ascii=False))
    return 0 if status == 200 else 1


def scan(file, text):
    with open(file) as state:
        device = json.load(state)
    now = int(time.time() * 1_000) + device["offset"]
    content = {"id": uuid7(now), "object": text, "temperature": 36.4, "mask": True}
    status, answer = call_in_time(device, "POST", "/device/scans", content)
    keep(file, device)
    print(json.dumps(answer, ensure_ascii=False))
    return 0 if status == 200 and answer["decision"] == "allow" and not answer["wants"] else 1


# --- test vectors
def message_of(text):
    head, body = text.split("\n\n", 1)
    headers = dict(line.split(": ", 1) for line in head.split("\n")[1:])
    return headers, body.encode()


def judge(vectors):
    """Every vector with whether this program comes to the same."""
    seeds = {name: (bytes.fromhex(seed), key) for name, seed, key in re.findall(r"(\w+) +(\w{64})\n +(\S{43})", vectors["seeds"])}
    yield from ((f"public key of {name}", base64url(public_key_of(seed)) == key) for name, (seed, key) in seeds.items())
    headers, body = message_of(vectors["request"])
    key, nonce, at = headers["Anxing-Key"], headers["Anxing-Nonce"], int(headers["Anxing-Time"])
    asked = ("POST", "/api/v1/device/scans", body, at, nonce)
    yield "request text", request_text(*asked) == vectors["request text"]
    yield "request", signed_headers(seeds["device"][0], key, *asked).items() <= headers.items()
    told, answer = message_of(vectors["answer"])
    server_key = bytes_of(seeds["server"][1], 32)
    yield "answer text", answer_text(key, nonce, 200, answer) == vectors["answer text"]
    yield "answer", is_genuine(server_key, key, nonce, 200, answer, told["Anxing-Signature"])
    yield "answer, altered", not is_genuine(server_key, key, nonce, 403, answer, told["Anxing-Signature"])
    keys = {1: bytes_of(seeds["codes"][1], 32)}
    yield "code", not fails(colour_of_code, keys, vectors["code"], at)
    yield "code, a minute later", fails(colour_of_code, keys, vectors["code"], at + 70_000)
    yield "pass", not fails(colour_of_pass, keys, {}, vectors["pass"], at)
    yield "pass, half a minute later", fails(colour_of_pass, keys, {}, vectors["pass"], at + 41_000)


def fails(work, *given):
    try:
        work(*given)
    except ValueError:
        return True
    return False


def check(page):
    with open(page, encoding="utf-8") as file:
        vectors = dict(re.findall(r"<!-- vector: ([\w ]+) -->\n```\w*\n(.*?)\n```", file.read(), re.S))
    judged = list(judge(vectors))
    for name, is_right in judged:
        print("right" if is_right else "WRONG", name)
    return 0 if all(is_right for _, is_right in judged) else 1


if __name__ == "__main__":
    actions = {"check": (check, 1), "enrol": (enrol, 4), "scan": (scan, 2)}
    action, needed = actions.get("".join(sys.argv[1:2]), (None, 0))
    if action is None or len(sys.argv) != needed + 2:
        sys.exit(__doc__)
    try:
        sys.exit(action(*sys.argv[2:]))
    except (RuntimeError, ValueError, OSError) as error:
        sys.exit(str(error))
