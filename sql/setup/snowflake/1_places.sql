-- Where the product lives in Snowflake. Run by an administrator; everything can be run again.
create warehouse if not exists {{ var('warehouse') }}
    warehouse_size = 'XSMALL'
    initially_suspended = true;

-- Reading costs more than scoring: a warehouse that stays awake between two looks is most of the bill.
alter warehouse {{ var('warehouse') }} set
    auto_suspend = 60
    auto_resume = true
    statement_timeout_in_seconds = 3600;

create database if not exists {{ var('database') }};

create schema if not exists {{ var('database') }}.{{ var('landing_schema') }};

create schema if not exists {{ var('database') }}.{{ var('analytics_schema') }};

use schema {{ var('database') }}.{{ var('analytics_schema') }};
