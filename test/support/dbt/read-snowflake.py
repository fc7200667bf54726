"""Reads SQL as Snowflake does. In: {name: sql}. Out: {name: {error, functions, duckdb}}.

`functions` are those that sqlglot does not know in any dialect; `duckdb` is the same statement for DuckDB.
"""

import json
import sys

import sqlglot
from sqlglot import exp


def read(sql):
    try:
        statements = sqlglot.parse(
            sql, read="snowflake", error_level=sqlglot.ErrorLevel.RAISE
        )
    except sqlglot.errors.SqlglotError as error:
        return {"error": str(error), "functions": [], "duckdb": ""}
    if not all(isinstance(s, (exp.Query, exp.Create, exp.Insert)) for s in statements):
        return {"error": "not understood as SQL", "functions": [], "duckdb": ""}
    unknown = {f.name.lower() for s in statements for f in s.find_all(exp.Anonymous)}
    return {
        "error": None,
        "functions": sorted(unknown),
        "duckdb": ";\n".join(s.sql(dialect="duckdb") for s in statements),
    }


json.dump({name: read(sql) for name, sql in json.load(sys.stdin).items()}, sys.stdout)
