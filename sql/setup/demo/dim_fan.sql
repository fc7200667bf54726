insert into {{ source('landing', 'dim_fan') }}
with first_names as (
    select ['Adaeze', 'Aiko', 'Alma', 'Amara', 'Anselm', 'Anya', 'Ari', 'Asha', 'Beatriz', 'Bram', 'Calla', 'Cato', 'Chidi',
        'Cleo', 'Dalia', 'Dario', 'Delphine', 'Dmitri', 'Ebba', 'Edda', 'Eero', 'Eliza', 'Emeka', 'Enzo', 'Esme', 'Ewan',
        'Farah', 'Fern', 'Fidel', 'Freya', 'Gideon', 'Greta', 'Hana', 'Hari', 'Hollis', 'Idris', 'Ilse', 'Imani', 'Ines',
        'Ivo', 'Jamal', 'Jonas', 'Juno', 'Kaito', 'Kalani', 'Keiko', 'Kofi', 'Lars', 'Leila', 'Linh', 'Luca', 'Magnus',
        'Mai', 'Malik', 'Marisol', 'Mateo', 'Mina', 'Nadia', 'Naoko', 'Nia', 'Noor', 'Odette', 'Oluwa', 'Omar', 'Orla',
        'Paolo', 'Petra', 'Priya', 'Quill', 'Rafael', 'Ravi', 'Reza', 'Rosa', 'Rune', 'Sana', 'Santiago', 'Saoirse', 'Selma',
        'Sione', 'Soren', 'Suki', 'Tadeo', 'Talia', 'Tariq', 'Tegan', 'Thabo', 'Uma', 'Ursa', 'Viggo', 'Wanda', 'Wren',
        'Xiomara', 'Yael', 'Yusuf', 'Zadie', 'Zora'] as names
),

last_names as (
    select ['Amberfield', 'Appletree', 'Arrowsmythe', 'Bellweather', 'Birchwater', 'Blythewood', 'Bramblecote', 'Brightmoor',
        'Brindlemark', 'Cedarquist', 'Cloverly', 'Coppergate', 'Corvanelle', 'Cranewater', 'Dapplegrey', 'Dawnridge',
        'Dovetail', 'Driftmark', 'Elderglen', 'Emberlain', 'Fairweathers', 'Fallowmere', 'Featherlin', 'Fennimoor',
        'Flintlock-Reyes', 'Foxglove', 'Galewright', 'Gildenhart', 'Goldfinchley', 'Greenhollow', 'Greywater', 'Harrowgale',
        'Hartsong', 'Hazelnook', 'Heatherby', 'Hollybrooke', 'Honeycutter', 'Inglethorn', 'Ironbell', 'Ivorsen-Obi',
        'Jasperwell', 'Juniperson', 'Kestrelman', 'Kettlewick', 'Kiteley', 'Lanternis', 'Larkspurn', 'Lavendell',
        'Lindenwald', 'Lockhaven', 'Maplethorpe', 'Marigoldini', 'Meadowlane', 'Merrivane', 'Millrace', 'Mistwood',
        'Moonacre', 'Mosswell', 'Nettlefold', 'Nightingall', 'Northbrook', 'Oakenshaw', 'Okonlumen', 'Oleandro',
        'Osprey-Tanaka', 'Otterbourne', 'Pebblewick', 'Pemberwood', 'Pinecrest', 'Plumridge', 'Poppywell', 'Quailmere',
        'Quillfeather', 'Ravensmoor', 'Redfernley', 'Ripplestone', 'Rosethorn', 'Rowanberg', 'Saffronelli', 'Sandpiper',
        'Silverbrook', 'Skylarkin', 'Snowdrop', 'Sparrowhawke', 'Starling-Nwosu', 'Stonebridge', 'Sunderleaf', 'Swiftwater',
        'Tamarisk', 'Thistledown', 'Thornapple', 'Tidewell', 'Underhillis', 'Vandermoss', 'Violetta-Cruz', 'Whitloway',
        'Willowmere', 'Windermark', 'Winterbourn', 'Woodsmoke', 'Wrenfield', 'Yarrowby', 'Zephyrine'] as names
),

towns as (
    select ['Nashville', 'Nashville', 'Nashville', 'Franklin', 'Murfreesboro', 'Clarksville', 'Memphis', 'Knoxville',
        'Chattanooga', 'Atlanta', 'Chicago', 'Dallas', 'Louisville', 'Birmingham'] as names,
        ['TN', 'TN', 'TN', 'TN', 'TN', 'TN', 'TN', 'TN', 'TN', 'GA', 'IL', 'TX', 'KY', 'AL'] as states
),

tiers as (
    select ['Anchor', 'Commodore', 'Commodore Plus', 'Commodore Elite', 'Gold'] as names
),

drawn as (
    select
        fans.*,
        {{ u('nameless', 'fan_sk') }} as nameless_chance,
        {{ u('consent', 'fan_sk') }} as consent_chance,
        {{ u('opt in', 'fan_sk') }} as opt_in_chance,
        {{ u('active', 'fan_sk') }} as active_chance,
        {{ u('no tier', 'fan_sk') }} as no_tier_chance,
        1 + cast(floor({{ u('town', 'fan_sk') }} * 14) as integer) as town_number
    from {{ var('work') }}.fans as fans
)

select
    drawn.fan_sk,
    -- The D marks invented data; what follows is opaque.
    'WD' || lower(to_base(cast(hash(hash('id {{ var('seed') }}', drawn.fan_sk)) >> 4 as bigint), 32, 12)),
    null,
    case when drawn.nameless_chance >= 0.02 then {{ pick('first_names.names', 'first name', 'drawn.fan_sk') }} end,
    case when drawn.nameless_chance >= 0.03 then {{ pick('last_names.names', 'last name', 'drawn.fan_sk') }} end,
    null,
    case when {{ u('birth known', 'drawn.fan_sk') }} < 0.7 then
        cast('{{ var('as_of') }}' as date)
        - cast(case when drawn.affiliation = 'Student' then 6600 + {{ u('age', 'drawn.fan_sk') }} * 2200
            else 8000 + {{ u('age', 'drawn.fan_sk') }} * 19000 end as integer)
    end,
    null,
    towns.names[drawn.town_number],
    towns.states[drawn.town_number],
    'US',
    nullif(drawn.sport_key, 'Campus'),
    drawn.affiliation,
    drawn.account_created_date,
    case when drawn.no_tier_chance >= 0.03 then tiers.names[drawn.tier_number] end,
    case when drawn.no_tier_chance >= 0.03 then coalesce(drawn.tier_change_day, drawn.account_created_date) end,
    case when drawn.consent_chance < 0.86 then true when drawn.consent_chance < 0.96 then false end,
    drawn.opt_in_chance < 0.68,
    case
        when drawn.active_chance < 0.004 then null
        when drawn.active_chance < 0.02 then false
        when drawn.last_day < cast('{{ var('as_of') }}' as date) - 200 and drawn.active_chance < 0.5 then false
        else true
    end,
    cast(coalesce(drawn.account_created_date, date '2015-01-01') as timestamp) + interval 9 hours,
    cast('{{ var('as_of') }}' as timestamp) + interval 3 hours
from drawn
cross join first_names
cross join last_names
cross join towns
cross join tiers
