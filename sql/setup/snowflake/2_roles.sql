-- Three roles, each with what it needs. New tables come from running this again, so nobody else may make them.
create role if not exists wonder_loader;

create role if not exists wonder_scorer;

create role if not exists wonder_reader;

grant role wonder_loader to role sysadmin;

grant role wonder_scorer to role sysadmin;

grant role wonder_reader to role sysadmin;

grant usage on warehouse {{ var('warehouse') }} to role wonder_loader;

grant usage on warehouse {{ var('warehouse') }} to role wonder_scorer;

grant usage on warehouse {{ var('warehouse') }} to role wonder_reader;

grant usage on database {{ var('database') }} to role wonder_loader;

grant usage on database {{ var('database') }} to role wonder_scorer;

grant usage on database {{ var('database') }} to role wonder_reader;

-- Loader: replaces rows of the landing tables, by temporary stages of its own.
grant usage, create stage on schema {{ var('database') }}.{{ var('landing_schema') }} to role wonder_loader;

grant select, insert, delete on all tables in schema {{ var('database') }}.{{ var('landing_schema') }} to role wonder_loader;

-- Scorer: reads what landed, works in a schema per run, writes marts and run records.
grant create schema on database {{ var('database') }} to role wonder_scorer;

grant usage on schema {{ var('database') }}.{{ var('landing_schema') }} to role wonder_scorer;

grant select on all tables in schema {{ var('database') }}.{{ var('landing_schema') }} to role wonder_scorer;

grant usage on schema {{ var('database') }}.{{ var('analytics_schema') }} to role wonder_scorer;

grant select, insert, update, delete on all tables in schema {{ var('database') }}.{{ var('analytics_schema') }} to role wonder_scorer;

-- Reader: marts and run records; of what landed the fans, for names where they consent, and how far each fact reaches.
grant usage on schema {{ var('database') }}.{{ var('analytics_schema') }} to role wonder_reader;

grant select on all tables in schema {{ var('database') }}.{{ var('analytics_schema') }} to role wonder_reader;

grant usage on schema {{ var('database') }}.{{ var('landing_schema') }} to role wonder_reader;

grant select on all tables in schema {{ var('database') }}.{{ var('landing_schema') }} to role wonder_reader;
