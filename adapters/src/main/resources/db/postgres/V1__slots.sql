-- Slots: slot(key) = 1 + xxh64(key) mod 32767, the same function as io.ratel.model.slot.Slots.
-- bigint is signed and refuses overflow, so sums and products go through numeric, modulo 2^64.
create schema platform;
create schema projection;

create function platform.wrap64(n numeric) returns bigint language sql immutable strict as $$
  select case
    when m >= 9223372036854775808 then (m - 18446744073709551616)::bigint
    else m::bigint
  end
  from (
    select ((n % 18446744073709551616) + 18446744073709551616) % 18446744073709551616 as m
  ) as wrapped
$$;

create function platform.shr64(x bigint, n int) returns bigint language sql immutable strict as $$
  select (x >> n) & ((1::bigint << (64 - n)) - 1)
$$;

create function platform.rotl64(x bigint, n int) returns bigint language sql immutable strict as $$
  select (x << n) | platform.shr64(x, 64 - n)
$$;

create function platform.le(data bytea, at int, bytes int) returns bigint
language plpgsql immutable strict as $$
declare
  word bigint := 0;
begin
  for i in reverse bytes - 1 .. 0 loop
    word := (word << 8) | get_byte(data, at + i);
  end loop;
  return word;
end $$;

create function platform.xxh64(data bytea) returns bigint language plpgsql immutable strict as $$
declare
  p1 constant numeric := 11400714785074694791;
  p2 constant numeric := 14029467366897019727;
  p3 constant numeric := 1609587929392839161;
  p4 constant numeric := 9650029242287828579;
  p5 constant numeric := 2870177450012600261;
  n constant int := length(data);
  at int := 0;
  v bigint[];
  lane int;
  h bigint;
begin
  if n >= 32 then
    v := array[platform.wrap64(p1 + p2), platform.wrap64(p2), 0::bigint, platform.wrap64(-p1)];
    while at <= n - 32 loop
      for lane in 1..4 loop
        v[lane] := platform.xxh64_round(v[lane], platform.le(data, at + 8 * (lane - 1), 8));
      end loop;
      at := at + 32;
    end loop;
    h := platform.wrap64(platform.rotl64(v[1], 1)::numeric + platform.rotl64(v[2], 7)
      + platform.rotl64(v[3], 12) + platform.rotl64(v[4], 18));
    for lane in 1..4 loop
      h := platform.wrap64((h # platform.xxh64_round(0, v[lane])) * p1 + p4);
    end loop;
  else
    h := platform.wrap64(p5);
  end if;
  h := platform.wrap64(h::numeric + n);
  while at <= n - 8 loop
    h := h # platform.xxh64_round(0, platform.le(data, at, 8));
    h := platform.wrap64(platform.rotl64(h, 27) * p1 + p4);
    at := at + 8;
  end loop;
  if at <= n - 4 then
    h := h # platform.wrap64(platform.le(data, at, 4) * p1);
    h := platform.wrap64(platform.rotl64(h, 23) * p2 + p3);
    at := at + 4;
  end if;
  while at < n loop
    h := platform.wrap64(platform.rotl64(h # platform.wrap64(get_byte(data, at) * p5), 11) * p1);
    at := at + 1;
  end loop;
  h := platform.wrap64((h # platform.shr64(h, 33)) * p2);
  h := platform.wrap64((h # platform.shr64(h, 29)) * p3);
  return h # platform.shr64(h, 32);
end $$;

create function platform.xxh64_round(accumulator bigint, input bigint) returns bigint
language sql immutable strict as $$
  select platform.wrap64(
    platform.rotl64(platform.wrap64(accumulator + input * 14029467366897019727::numeric), 31)
      * 11400714785074694791::numeric)
$$;

create function platform.slot(key text) returns smallint language sql immutable strict as $$
  select (1 + (case when h < 0 then h::numeric + 18446744073709551616 else h end) % 32767)::smallint
  from (select platform.xxh64(convert_to(key, 'UTF8')) as h) as hashed
$$;

-- Fills the slot of a row from the column that the trigger names, unless the writer has done so.
create function platform.fill_slot() returns trigger language plpgsql as $$
begin
  new.slot := platform.slot(to_jsonb(new) ->> tg_argv[0]);
  return new;
end $$;

-- Makes a table sharded by one of its columns: it must have a column "slot".
create procedure platform.shard(target regclass, key text) language plpgsql as $$
begin
  execute format(
    'create trigger fill_slot before insert on %s for each row when (new.slot is null) '
    'execute function platform.fill_slot(%L)', target, key);
end $$;
