package io.ratel.gateway.pool;

import io.ratel.exchange.OrderEntry;
import io.ratel.exchange.Reply;
import io.ratel.exchange.command.Command;
import io.ratel.gateway.catalog.Catalog;
import io.ratel.gateway.operation.Answer;
import io.ratel.gateway.operation.Caller;
import io.ratel.gateway.operation.Decimal;
import io.ratel.gateway.operation.ErrorCode;
import io.ratel.gateway.operation.Field;
import io.ratel.gateway.operation.Operation;
import io.ratel.gateway.operation.RefusedException;
import io.ratel.gateway.operation.Shape;
import io.ratel.gateway.request.Acknowledged;
import io.ratel.gateway.request.Amounts;
import io.ratel.gateway.request.Keys;
import io.ratel.gateway.request.Refusals;
import io.ratel.model.money.Asset;
import java.util.List;
import java.util.Optional;

/** Members' shares of a pool. */
public final class UnitsResource {
  private record Units(
      @Field(header = Keys.HEADER, pattern = Keys.PATTERN, rule = Keys.RULE) Optional<String> key,
      String id,
      @Field("The member's own account: it pays, or is paid.") String accountId,
      @Field("The code of an asset, such as USD.") String asset,
      @Field("Paid in.") Optional<Decimal> amount,
      @Field("Given back.") Optional<Long> units) {}

  private record MovedUnits(String poolId, String accountId, String asset, long sequence) {}

  private final OrderEntry exchange;
  private final Catalog catalog;
  private final Acknowledged acknowledged;

  public UnitsResource(OrderEntry exchange, Catalog catalog, Acknowledged acknowledged) {
    this.exchange = exchange;
    this.catalog = catalog;
    this.acknowledged = acknowledged;
  }

  public List<Operation<?, ?>> operations() {
    return List.of(
        Operation.post(
                "moveUnits",
                "/v1/pools/{id}/units",
                "Buys units of a pool for an amount, or gives units back, at what they are worth.")
            .refuses(
                ErrorCode.UNKNOWN_POOL,
                ErrorCode.UNKNOWN_ACCOUNT,
                ErrorCode.UNKNOWN_ASSET,
                ErrorCode.INVALID_AMOUNT,
                ErrorCode.INSUFFICIENT_FUNDS,
                ErrorCode.INSUFFICIENT_UNITS,
                ErrorCode.NO_MARK,
                ErrorCode.KEY_REUSED,
                ErrorCode.LIMIT_REACHED,
                ErrorCode.EXCHANGE_UNAVAILABLE)
            .answers(Units.class, 201, Shape.of(MovedUnits.class), this::units));
  }

  private Answer<MovedUnits> units(Units request, Caller caller) {
    long pool = caller.pool(request.id()).accountId();
    long member = caller.ownAccount(request.accountId(), "accountId");
    if (request.amount().isPresent() == request.units().isPresent()) {
      throw RefusedException.of(
          ErrorCode.MISSING_FIELD, "either amount or units must be given, and not both");
    }
    Asset asset = catalog.requireAsset(request.asset());
    long amount =
        request
            .amount()
            .map(value -> Amounts.amount(ErrorCode.INVALID_AMOUNT, "amount", asset, value))
            .orElse(0L);
    Reply reply =
        exchange.submit(
            new Command.MoveUnits(
                pool,
                member,
                asset.id(),
                amount,
                request.units().orElse(0L),
                Keys.of("units", member, request.key())));
    if (reply.refused()) {
      throw refusal(reply, asset, request);
    }
    acknowledged.note(pool, reply);
    acknowledged.note(member, reply);
    return new Answer<>(
        reply.duplicate() ? 200 : 201,
        new MovedUnits(request.id(), request.accountId(), asset.code(), reply.sequence()));
  }

  private static RefusedException refusal(Reply reply, Asset asset, Units request) {
    String units = request.units().map(value -> Long.toString(value)).orElse("");
    return switch (reply.reason()) {
      case INSUFFICIENT_UNITS ->
          RefusedException.told(
              ErrorCode.INSUFFICIENT_UNITS,
              "the member has %d units, not %d".formatted(reply.available(), reply.needed()),
              "units",
              units,
              reply.reason().rule());
      case KEY_REUSED ->
          RefusedException.value(
              ErrorCode.KEY_REUSED, Keys.HEADER, request.key().orElse(""), reply.reason().rule());
      default ->
          Refusals.of(reply, asset, "amount", request.amount().map(Decimal::text).orElse(units));
    };
  }
}
