package io.ratel.gateway.wire;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.ratel.exchange.view.AccountEvent;
import io.ratel.gateway.operation.Decimal;
import io.ratel.model.account.LiquidationStep;
import io.ratel.model.instrument.Instrument;
import io.ratel.model.instrument.Step;
import io.ratel.model.money.Asset;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that an account's positions lived through; what the kind does not have is left out.
 *
 * @param id grows with time
 * @param amount received, negative when paid
 */
public record WireAccountEvent(
    String id,
    String accountId,
    AccountEvent.Kind kind,
    @JsonInclude(NON_NULL) @Nullable String symbol,
    @JsonInclude(NON_NULL) @Nullable String asset,
    @JsonInclude(NON_NULL) @Nullable String orderId,
    @JsonInclude(NON_NULL) @Nullable LiquidationStep step,
    @JsonInclude(NON_NULL) @Nullable Decimal quantity,
    @JsonInclude(NON_NULL) @Nullable Decimal price,
    @JsonInclude(NON_NULL) @Nullable Decimal amount,
    @JsonInclude(NON_NULL) @Nullable Decimal equity,
    @JsonInclude(NON_NULL) @Nullable Decimal initialMargin,
    @JsonInclude(NON_NULL) @Nullable Decimal maintenanceMargin,
    long sequence,
    Instant time) {
  /**
   * @param of the event's instrument, when it has one
   * @param named the event's asset, when it has one; else amounts are in the quote asset
   */
  public static WireAccountEvent of(
      AccountEvent e, Optional<Instrument> of, Optional<Asset> named) {
    Optional<Asset> asset = named.or(() -> of.map(Instrument::quote));
    return new WireAccountEvent(
        Long.toString(e.sequence()),
        Long.toString(e.accountId()),
        e.kind(),
        of.map(i -> i.symbol().text()).orElse(null),
        asset.map(Asset::code).orElse(null),
        e.orderId() == 0 ? null : Long.toString(e.orderId()),
        e.step().orElse(null),
        steps(of.map(Instrument::lot), e.quantity()),
        steps(of.map(Instrument::tick), e.price()),
        amount(asset, e.amount()),
        amount(asset, e.equity()),
        amount(asset, e.initialMargin()),
        amount(asset, e.maintenanceMargin()),
        e.sequence(),
        Times.instant(e.timestampNs()));
  }

  private static @Nullable Decimal steps(Optional<Step> step, long count) {
    return count == 0 ? null : step.map(s -> new Decimal(s.format(count))).orElse(null);
  }

  private static @Nullable Decimal amount(Optional<Asset> asset, long minorUnits) {
    return minorUnits == 0 ? null : asset.map(a -> new Decimal(a.format(minorUnits))).orElse(null);
  }
}
