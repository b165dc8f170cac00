package io.ratel.adapters.postgres;

import io.ratel.adapters.postgres.table.Decimals;
import io.ratel.adapters.postgres.table.Labelled;
import io.ratel.adapters.postgres.table.TermsJson;
import io.ratel.exchange.instrument.MarketTerms;
import io.ratel.exchange.view.AccountEvent;
import io.ratel.exchange.view.AccountViews;
import io.ratel.exchange.view.TradingViews.Page;
import io.ratel.model.account.AccountConfig;
import io.ratel.model.account.AccountLimits;
import io.ratel.model.account.CostMethod;
import io.ratel.model.account.LiquidationStep;
import io.ratel.model.account.MarginMode;
import io.ratel.model.account.MarginModel;
import io.ratel.model.account.PositionMode;
import io.ratel.model.instrument.Instrument;
import io.ratel.model.instrument.Step;
import io.ratel.model.instrument.TradingState;
import io.ratel.model.money.Asset;
import io.ratel.model.order.SelfTradePrevention;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jooq.DSLContext;
import org.jooq.Record;

/** Reads settings, account events and markets from the projection. Safe for any thread. */
public final class PostgresAccountViews implements AccountViews {
  private static final Labelled<MarginMode> MODES =
      new Labelled<>(MarginMode.values(), MarginMode::label);
  private static final Labelled<MarginModel> MODELS =
      new Labelled<>(MarginModel.values(), MarginModel::label);
  private static final Labelled<PositionMode> POSITION_MODES =
      new Labelled<>(PositionMode.values(), PositionMode::label);
  private static final Labelled<CostMethod> METHODS =
      new Labelled<>(CostMethod.values(), CostMethod::label);
  private static final Labelled<SelfTradePrevention> PREVENTIONS =
      new Labelled<>(SelfTradePrevention.values(), SelfTradePrevention::label);
  private static final Labelled<TradingState> STATES =
      new Labelled<>(TradingState.values(), TradingState::label);
  private static final Labelled<AccountEvent.Kind> KINDS =
      new Labelled<>(AccountEvent.Kind.values(), AccountEvent.Kind::label);
  private static final Labelled<LiquidationStep> STEPS =
      new Labelled<>(LiquidationStep.values(), LiquidationStep::label);
  private static final long NS_PER_MS = 1_000_000;

  private final DSLContext sql;

  public PostgresAccountViews(Database database) {
    sql = database.sql();
  }

  @Override
  public Optional<AccountView> account(long accountId) {
    return sql.fetchOptional(
            "select a.parent_id, s.*, l.*, k.engaged from projection.accounts a"
                + " left join projection.account_settings s on s.account_id = a.account_id"
                + " left join projection.account_limits l on l.account_id = a.account_id"
                + " left join projection.kill_switches k on k.scope = 'account'"
                + " and k.id = a.account_id where a.account_id = ?",
            accountId)
        .map(
            r -> {
              Long parent = r.get("parent_id", Long.class);
              return new AccountView(
                  accountId,
                  parent == null ? 0 : parent,
                  config(r),
                  limits(r),
                  Boolean.TRUE.equals(r.get("engaged", Boolean.class)));
            });
  }

  @Override
  public Map<Long, Long> units(long poolAccountId) {
    return sql.fetch(
            "select member_account_id, units from projection.pool_units"
                + " where pool_account_id = ? and units <> 0",
            poolAccountId)
        .intoMap(r -> r.get("member_account_id", Long.class), r -> r.get("units", Long.class));
  }

  private static AccountConfig config(Record r) {
    if (r.get("margin_mode") == null) {
      return AccountConfig.CASH;
    }
    return new AccountConfig(
        MODES.of(r.get("margin_mode", String.class)),
        MODELS.of(r.get("margin_model", String.class)),
        POSITION_MODES.of(r.get("position_mode", String.class)),
        METHODS.of(r.get("cost_method", String.class)),
        PREVENTIONS.of(r.get("self_trade_prevention", String.class)),
        r.get("leverage", Integer.class),
        r.get("fee_tier", Integer.class));
  }

  private static AccountLimits limits(Record r) {
    if (r.get("order_notional") == null) {
      return AccountLimits.NONE;
    }
    return new AccountLimits(
        r.get("order_notional", Long.class),
        r.get("position_notional", Long.class),
        r.get("daily_loss", Long.class),
        r.get("order_quantity", Long.class),
        r.get("open_orders", Integer.class),
        r.get("orders_per_second", Integer.class),
        Decimals.ppm(r.get("collar", BigDecimal.class)));
  }

  @Override
  public List<MarketView> markets() {
    Catalog catalog = Catalog.read(sql);
    return sql
        .fetch(
            "select i.instrument_id as id, t.*, s.state, m.mark, k.engaged"
                + " from projection.instruments i"
                + " left join projection.market_terms t on t.instrument_id = i.instrument_id"
                + " left join projection.market_states s on s.instrument_id = i.instrument_id"
                + " left join projection.marks m on m.instrument_id = i.instrument_id"
                + " left join projection.kill_switches k on k.scope = 'instrument'"
                + " and k.id = i.instrument_id order by i.instrument_id")
        .stream()
        .filter(r -> catalog.hasInstrument(r.get("id", Integer.class)))
        .map(r -> market(r, catalog.instrument(r.get("id", Integer.class))))
        .toList();
  }

  private static MarketView market(Record r, Instrument instrument) {
    String state = r.get("state", String.class);
    BigDecimal mark = r.get("mark", BigDecimal.class);
    return new MarketView(
        instrument,
        state == null ? TradingState.OPEN : STATES.of(state),
        terms(r, instrument),
        mark == null ? 0 : Decimals.count(instrument.tick(), mark),
        Boolean.TRUE.equals(r.get("engaged", Boolean.class)));
  }

  private static MarketTerms terms(Record r, Instrument instrument) {
    if (r.get("fee_tiers") == null) {
      return MarketTerms.of(instrument.makerFeePpm(), instrument.takerFeePpm());
    }
    BigDecimal spread = r.get("dealer_spread", BigDecimal.class);
    OffsetDateTime expiry = r.get("expires_at", OffsetDateTime.class);
    return new MarketTerms(
        TermsJson.feeTiers(r.get("fee_tiers", String.class)),
        TermsJson.margins(r.get("margins", String.class), instrument.quote()),
        Decimals.ppm(r.get("band", BigDecimal.class)),
        spread == null ? MarketTerms.BOOK : Decimals.ppm(spread),
        r.get("mark_max_age_ms", Long.class) * NS_PER_MS,
        expiry == null ? 0 : Decimals.nanos(expiry),
        Decimals.ppm(r.get("financing_long", BigDecimal.class)),
        Decimals.ppm(r.get("financing_short", BigDecimal.class)));
  }

  @Override
  public Page<AccountEvent> events(
      long accountId, Instant since, Optional<Long> before, int limit) {
    Catalog catalog = Catalog.read(sql);
    List<AccountEvent> items =
        sql.fetch(
                "select * from projection.account_events where account_id = ? and sequence < ?"
                    + " and time >= cast(? as timestamptz) order by sequence desc limit ?",
                accountId,
                before.orElse(Long.MAX_VALUE),
                since.atOffset(ZoneOffset.UTC),
                limit + 1)
            .map(r -> event(r, catalog));
    if (items.size() <= limit) {
      return new Page<>(items, Optional.empty());
    }
    List<AccountEvent> page = List.copyOf(items.subList(0, limit));
    return new Page<>(page, Optional.of(page.getLast().sequence()));
  }

  private static AccountEvent event(Record r, Catalog catalog) {
    Optional<Instrument> of =
        Optional.ofNullable(r.get("symbol", String.class)).map(catalog::instrument);
    Optional<Asset> asset = Optional.ofNullable(r.get("asset", String.class)).map(catalog::asset);
    Long order = r.get("order_id", Long.class);
    return new AccountEvent(
        r.get("sequence", Long.class),
        Decimals.nanos(r.get("time", OffsetDateTime.class)),
        r.get("account_id", Long.class),
        KINDS.of(r.get("kind", String.class)),
        of.map(i -> OptionalInt.of(i.id())).orElse(OptionalInt.empty()),
        asset.map(a -> OptionalInt.of(a.id())).orElse(OptionalInt.empty()),
        order == null ? 0 : order,
        Optional.ofNullable(r.get("step", String.class)).map(STEPS::of),
        of.map(i -> steps(r, "quantity", i.lot())).orElse(0L),
        of.map(i -> steps(r, "price", i.tick())).orElse(0L),
        amount(r, "amount", asset),
        amount(r, "equity", asset),
        amount(r, "initial_margin", asset),
        amount(r, "maintenance_margin", asset));
  }

  private static long steps(Record r, String column, Step step) {
    BigDecimal value = r.get(column, BigDecimal.class);
    return value == null ? 0 : Decimals.count(step, value);
  }

  private static long amount(Record r, String column, Optional<Asset> asset) {
    BigDecimal value = r.get(column, BigDecimal.class);
    return value == null ? 0 : asset.map(a -> Decimals.minorUnits(a, value)).orElse(0L);
  }
}
