"""Requests that no browser makes, as a hostile client might: what they ask for, and which statuses may answer them."""

BITS = [b"..", b"%2e%2e", b"%2f", b"..%2f..%2fetc%2fpasswd", b"%2e%2e/%2e%2e/etc/passwd", b"....//etc/passwd", b"/etc/passwd", b"%00", b"%", b"%zz",
        b"<script>alert(1)</script>", b"%3Cscript%3Ealert(1)%3C/script%3E", b"\"%20onmouseover=alert(1)%20x=\"", b"%22%3E%3Cimg%20src=x%20onerror=alert(1)%3E",
        b"'; DROP TABLE events; --", b"\" OR 1=1", b"1%27%20UNION%20SELECT%20sql%20FROM%20sqlite_schema--", b"%ff%fe", b"%C0%AF", b"\xff\xfe", b"\xc3",
        b"%ED%A0%80", b"a" * 3000, b"a" * 9000, b"\\..\\", b";", b"%0d%0aSet-Cookie:x=1", b"javascript:alert(1)", b"{{7*7}}", b"-1", b"1e999", b"NULL",
        "\u202e".encode(), b"\0", b"v999999999999", b"9" * 40, b"*" * 200, b"%22" * 300, b"(" * 200, b"NEAR(a b)", b"a AND OR NOT"]
PLACES = [b"/", b"/events", b"/who", b"/who/", b"/document/", b"/event/", b"/issue/", b"/between/", b"/between/a/", b"/search", b"/assets/",
          b"/agenda/", b"/meeting/", b"/statements", b"/positions", b"/meetings", b"/timeline", b"/map", b"/documents", b"/judge", b"/about",
          b"/openapi.json", b"/events.csv", b"/who.json"]
HEAD = b"Host: localhost\r\nConnection: close\r\n\r\n"


class HostileRequests:
    """An endless row of them, the same for the same `rng`; `names` are the parameters that the server knows."""

    def __init__(self, rng, names):
        self.rng, self.names = rng, names
        self.kinds = [self.ordinary] * 12 + [self.climbing, self.wrong_host, self.huge_headers, self.other_method, self.posted, self.no_request]

    def next(self):
        """The kind of the request, its bytes, and the statuses that may answer; 0 among them where the server may hang up."""
        kind = self.rng.choice(self.kinds)
        line, expected = kind()
        # microhttpd hangs up on what is no request at all
        may_hang_up = kind in (self.no_request, self.huge_headers, self.posted) or b"\0" in line
        return kind.__name__, line, expected | {0} if may_hang_up else expected

    def ordinary(self):
        path = self.rng.choice(PLACES) + (self.rng.choice(BITS) if self.rng.random() < .5 else b"")
        if self.rng.random() < .8:
            path += b"?" + b"&".join(self.rng.choice(self.names) + b"=" + self.rng.choice(BITS) for _ in range(self.rng.randint(1, 4)))
        return b"GET " + path + b" HTTP/1.1\r\n" + HEAD, {200, 303, 400, 404, 414, 431}

    def climbing(self):
        path = self.rng.choice([b"/assets/", b"/", b"/document/"]) + b"/".join(self.rng.choice([b"..", b"%2e%2e", b"..%2f", b"..\\"]) for _ in range(self.rng.randint(1, 9)))
        return b"GET " + path + self.rng.choice([b"/etc/passwd", b"/samples.db", b"%2fetc%2fpasswd"]) + b" HTTP/1.1\r\n" + HEAD, {400, 404}

    def wrong_host(self):
        host = self.rng.choice([b"example.org", b"127.0.0.1.example.org", b"localhost@example.org", b"[::2]", b"", b"localhost:80:80", b"a" * 3000, b"\xff", b"<script>"])
        return b"GET / HTTP/1.1\r\nHost: " + host + b"\r\nConnection: close\r\n\r\n", {400, 421}

    def huge_headers(self):
        many = b"".join(b"X-%d: %s\r\n" % (i, b"a" * self.rng.choice([10, 1000, 60_000])) for i in range(self.rng.choice([1, 40, 700])))
        return b"GET /events HTTP/1.1\r\n" + many + HEAD, {200, 400, 413, 431}

    def other_method(self):
        method = self.rng.choice([b"PUT", b"DELETE", b"PATCH", b"OPTIONS", b"TRACE", b"POST", b"PROPFIND", b"get", b"<script>"])
        return method + b" /events HTTP/1.1\r\nContent-Length: 3\r\n" + HEAD + b"a=1", {405, 400}

    def posted(self):
        body = b"&".join(self.rng.choice([b"judge", b"at", b"verdict", b"key", b"comment"]) + b"=" + self.rng.choice(BITS) for _ in range(self.rng.randint(0, 30)))
        length = self.rng.choice([len(body), 0, 99999999, -1])
        return b"POST /judge HTTP/1.1\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: %d\r\n" % length + HEAD + body, {400, 403, 413}

    def no_request(self):
        return self.rng.choice([b"\0" * 100, b"GET\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n", b"\r\n" * 50, b"GET  /  HTTP/1.1 \r\n" + HEAD, bytes(self.rng.randbytes(200)),
                           b"GET / HTTP/1.1\r\n", b"GET /events HTTP/1.1\nHost: localhost\n\n", b"GET http://example.org/ HTTP/1.1\r\n" + HEAD]), {200, 400, 404, 405, 421, 505}
