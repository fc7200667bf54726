"""fakesnow over JSON rowsets, so that snowflake-sdk for Node can talk to it. What it mends: README.md.

Run:  uvicorn server:app --host 127.0.0.1 --port 8080 --workers 1
"""

from __future__ import annotations

import base64
import datetime as dt
import gzip
import json
import math
import uuid
from decimal import Decimal
from typing import Any

EPOCH_DATE = dt.date(1970, 1, 1)


def encode_cell(value: Any, col: dict[str, Any]) -> str | None:
    if value is None:
        return None
    kind = col["type"].lower()
    if kind == "boolean":
        return "1" if value else "0"
    if kind == "fixed":
        scale = int(col.get("scale") or 0)
        return f"{Decimal(str(value)):.{scale}f}" if isinstance(value, (Decimal, float)) else str(value)
    if kind == "real":
        number = float(value)
        return "NaN" if math.isnan(number) else repr(number)  # repr gives inf and -inf
    if kind == "date":
        return str((value - EPOCH_DATE).days) if isinstance(value, dt.date) else str(value)
    if kind == "time":  # fakesnow sends nanoseconds since midnight
        return decimal_seconds(int(value) // 10**9, int(value) % 10**9)
    if kind.startswith("timestamp"):  # fakesnow sends {epoch, fraction[, timezone]}, and for NULL the same with nulls
        if value["epoch"] is None:
            return None
        text = decimal_seconds(int(value["epoch"]), int(value["fraction"]))
        return f"{text} {int(value.get('timezone', 1440))}" if kind == "timestamp_tz" else text
    if kind == "binary":
        return bytes(value).hex().upper()
    return value if isinstance(value, str) else json.dumps(value, default=str)


def decimal_seconds(seconds: int, nanos: int) -> str:
    total = seconds * 10**9 + nanos
    sign = "-" if total < 0 else ""
    return f"{sign}{abs(total) // 10**9}.{abs(total) % 10**9:09d}"


def rewrite_result(data: dict[str, Any], decode: Any) -> dict[str, Any]:
    if "rowtype" not in data:
        return data
    if data.get("queryResultFormat") == "arrow":
        raw = data.pop("rowsetBase64", "") or ""
        rows = decode(base64.b64decode(raw)) if raw else []
        data["rowset"] = [[encode_cell(v, c) for v, c in zip(row, data["rowtype"])] for row in rows]
        data["queryResultFormat"] = "json"
    data.setdefault("rowset", [])
    data["total"] = data["returned"] = len(data["rowset"])
    data["version"] = 1  # selects the "<seconds> <offset>" form for timestamp_tz
    merged = {**FORMATS, **{p["name"]: p["value"] for p in data.get("parameters") or []}}
    return {**data, "parameters": [{"name": k, "value": v} for k, v in merged.items()]}


def rewrite_login(data: dict[str, Any]) -> dict[str, Any]:
    extra = {"masterToken": data.get("token"), "validityInSeconds": 3600, "masterValidityInSeconds": 14400}
    return {**extra, "sessionId": uuid.uuid4().int >> 96, **data}


def fs_body(raw: bytes, encoding: str | None) -> dict[str, Any]:
    return json.loads(gzip.decompress(raw) if encoding == "gzip" else raw)


LONGEST_LITERAL = 10_000


def inline_binds(bindings: dict[str, Any]) -> list[dict[str, Any]]:
    """Binds to be written into the text, in order; none where one is long or holds many rows."""
    binds = [bindings[key] for key in sorted(bindings, key=int)]
    plain = all(b["value"] is None or len(b["value"]) < LONGEST_LITERAL for b in binds if not isinstance(b["value"], list))
    return binds if plain and not any(isinstance(b["value"], list) for b in binds) else []


def literal(bind: dict[str, Any]) -> str:
    kind, value = bind["type"], bind["value"]
    if value is None:
        return "NULL"
    if kind in ("FIXED", "BOOLEAN"):
        return str(value)
    if kind == "REAL":
        return f"CAST({value} AS DOUBLE)"
    escaped = value.replace("\\", "\\\\").replace("'", "''")
    return f"'{escaped}'"


def with_literals(sql: str, binds: list[dict[str, Any]]) -> str:
    """sqlglot writes some arguments twice (LEAST, DATEDIFF), and then the positions of binds no longer fit."""
    from sqlglot.tokens import TokenType

    from sqlglot import tokenize

    marks = [t for t in tokenize(sql, read="snowflake") if t.token_type == TokenType.PLACEHOLDER]
    for mark, bind in reversed(list(zip(marks, binds, strict=True))):
        sql = sql[: mark.start] + literal(bind) + sql[mark.end + 1 :]
    return sql


def with_body(request: Any, body: bytes) -> Any:
    from starlette.requests import Request

    headers = [(k, v) for k, v in request.scope["headers"] if k not in (b"content-encoding", b"content-length")]

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": body, "more_body": False}

    return Request({**request.scope, "headers": headers}, receive)


def refused(code: str, message: str) -> dict[str, Any]:
    data = {"queryId": str(uuid.uuid4()), "errorCode": code, "sqlState": "42000"}
    return {"data": data, "code": code, "message": message, "success": False}


def status_reply(text: str) -> dict[str, Any]:
    column = {"name": "status", "type": "text", "nullable": True, "scale": None, "precision": None, "length": 16777216}
    data = {"rowtype": [column], "rowset": [[text]], "queryResultFormat": "json", "queryId": str(uuid.uuid4())}
    return {"data": rewrite_result(data, None), "code": None, "message": None, "success": True}


# What fakesnow does not know and need not: its stages end with the server, and everybody may do everything.
UNKNOWN = ("DROP STAGE", "REMOVE @", "CREATE WAREHOUSE", "ALTER WAREHOUSE", "CREATE ROLE", "GRANT ", "ALTER SESSION")

FORMATS = {
    "TIMEZONE": "UTC",
    "DATE_OUTPUT_FORMAT": "YYYY-MM-DD",
    "TIME_OUTPUT_FORMAT": "HH24:MI:SS",
    "TIMESTAMP_OUTPUT_FORMAT": "YYYY-MM-DD HH24:MI:SS.FF3 TZHTZM",
    "TIMESTAMP_NTZ_OUTPUT_FORMAT": "YYYY-MM-DD HH24:MI:SS.FF3",
    "BINARY_OUTPUT_FORMAT": "HEX",
}


def build_app() -> Any:
    import fakesnow.server as fs
    import fakesnow.transforms as transforms
    import pyarrow as pa
    from sqlglot import parse
    from starlette.applications import Starlette
    from starlette.requests import Request
    from starlette.responses import JSONResponse
    from starlette.routing import Route

    def arrow_bytes(table: Any) -> Any:  # fakesnow's to_ipc takes exactly one batch: any number here, also none
        sink = pa.BufferOutputStream()
        with pa.ipc.new_stream(sink, table.schema) as writer:
            writer.write_table(table)
        return sink.getvalue()

    def decode(raw: bytes) -> list[list[Any]]:
        return [list(row) for row in zip(*[c.to_pylist() for c in pa.ipc.open_stream(raw).read_all().columns])]

    plain_binding = fs.from_binding

    def binding(b: dict[str, Any]) -> Any:  # the Node driver sends NULL as a TEXT with a null value, floats as REAL
        if b["value"] is None:
            return None
        return float(b["value"]) if b["type"] == "REAL" else plain_binding(b)

    plain_precision = transforms.integer_precision

    def precision(node: Any) -> Any:  # fakesnow makes every INTEGER a BIGINT, which DuckDB takes from no DATE
        cast_to = isinstance(node, fs.exp.DataType) and isinstance(node.parent, fs.exp.Cast)
        return node if cast_to and node.this == fs.exp.DataType.Type.INT else plain_precision(node)

    transforms.integer_precision = precision
    # It sums everything as DOUBLE, for texts that Snowflake would make numbers of; ours are numbers, and exact.
    transforms.numeric_agg_implicit_cast = lambda node: node
    plain_describe = fs.FakeSnowflakeCursor._describe_last_sql

    def describe(self: Any) -> Any:  # fakesnow 0.11 runs BEGIN, then fails to describe it
        if isinstance(self._last_transformed, fs.exp.Transaction):
            self._last_sql = "SELECT 'Statement executed successfully.' AS status"
            self._arrow_table = self._duck_conn.execute(self._last_sql).to_arrow_table()
        return plain_describe(self)

    fs.to_ipc, fs.from_binding, fs.FakeSnowflakeCursor._describe_last_sql = arrow_bytes, binding, describe
    results: dict[str, dict[str, Any]] = {}

    async def login(request: Request) -> JSONResponse:
        body = json.loads((await fs.login_request(request)).body)
        return JSONResponse({**body, "data": rewrite_login(body["data"]), "code": None, "message": None})

    async def query(request: Request) -> JSONResponse:
        asked = fs_body(await request.body(), request.headers.get("Content-Encoding"))
        sql = asked["sqlText"]
        if binds := inline_binds(asked.get("bindings") or {}):
            asked = {**asked, "sqlText": with_literals(sql, binds), "bindings": None}
        request = with_body(request, json.dumps(asked).encode())
        upper = " ".join(sql.upper().split())
        if ";" in sql.rstrip().rstrip(";") and len(parse(sql, read="snowflake")) > 1:
            message = "Actual statement count 2 did not match the desired statement count 1."
            return JSONResponse(refused("000008", message))
        if upper.startswith(UNKNOWN):
            return JSONResponse(status_reply("Statement executed successfully."))
        try:
            reply = await fs.query_request(request)
        except Exception as e:  # what sqlglot cannot parse ends here
            return JSONResponse(refused("001003", f"SQL compilation error: {e}"))
        body = json.loads(reply.body)
        data = {"queryId": str(uuid.uuid4()), **(body.get("data") or {})}  # read even where the query failed
        if "autoCompress" in data and "AUTO_COMPRESS=FALSE" in upper:
            data["autoCompress"] = False  # fakesnow compresses all the same
        body = {"code": None, "message": None, **body, "data": rewrite_result(data, decode)}
        results[data["queryId"]] = body  # a test server: kept until it stops
        return JSONResponse(body, status_code=200 if reply.status_code >= 500 else reply.status_code)  # 5xx: retried

    async def result(request: Request) -> JSONResponse:
        fs.to_conn(fs.to_token(request))
        body = results.get(request.path_params["sfqid"])
        return JSONResponse(body or {"success": False, "code": "000709", "message": "Statement not found", "data": {}})

    def accepted(_: Request) -> JSONResponse:
        return JSONResponse({"data": None, "code": None, "message": None, "success": True})

    mine = [
        Route("/session/v1/login-request", login, methods=["POST"]),
        Route("/queries/v1/query-request", query, methods=["POST"]),
        Route("/queries/{sfqid}/result", result, methods=["GET"]),
        Route("/session/heartbeat", accepted, methods=["POST"]),
        Route("/telemetry/send", accepted, methods=["POST"]),
    ]
    return Starlette(routes=mine + fs.routes)  # first match wins


def __getattr__(name: str) -> Any:  # `app` is built on first use, so that the encoders import without fakesnow
    if name == "app":
        globals()["app"] = build_app()
        return globals()["app"]
    raise AttributeError(name)
