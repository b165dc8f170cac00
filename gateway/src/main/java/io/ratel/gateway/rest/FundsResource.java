package io.ratel.gateway.rest;

import io.ratel.exchange.OrderEntry;
import io.ratel.exchange.Reply;
import io.ratel.exchange.command.Command;
import io.ratel.exchange.command.TransferKind;
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
import io.ratel.gateway.wire.Times;
import io.ratel.model.money.Asset;
import io.ratel.model.order.RejectReason;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Money moved in, out and between accounts. */
public final class FundsResource {
  private static final String KEY = Keys.HEADER;
  private static final String KEY_PATTERN = Keys.PATTERN;
  private static final String KEY_RULE = Keys.RULE;

  private record Movement(
      @Field(header = KEY, pattern = KEY_PATTERN, rule = KEY_RULE) Optional<String> key,
      String accountId,
      @Field("The code of an asset, such as USD.") String asset,
      @Field("A multiple of the asset's minor unit.") Decimal amount) {}

  private record AccountTransfer(
      @Field(header = KEY, pattern = KEY_PATTERN, rule = KEY_RULE) Optional<String> key,
      @Field("The account that pays.") String accountId,
      @Field("The account that receives.") String toAccountId,
      @Field("The code of an asset, such as USD.") String asset,
      @Field("A multiple of the asset's minor unit.") Decimal amount) {}

  /** The receipt of a movement. */
  private record Receipt(
      String id,
      String kind,
      String accountId,
      String asset,
      Decimal amount,
      long sequence,
      Instant time) {}

  private final OrderEntry exchange;
  private final Catalog catalog;
  private final Acknowledged acknowledged;
  private final boolean selfFunding;

  /**
   * @param selfFunding whether users may deposit into their own accounts
   */
  public FundsResource(
      OrderEntry exchange, Catalog catalog, Acknowledged acknowledged, boolean selfFunding) {
    this.exchange = exchange;
    this.catalog = catalog;
    this.acknowledged = acknowledged;
    this.selfFunding = selfFunding;
  }

  public List<Operation<?, ?>> operations() {
    return List.of(
        draft("deposit", "/v1/deposits", "Brings money in from outside.")
            .answers(Movement.class, 201, Shape.of(Receipt.class), this::deposit),
        draft("withdraw", "/v1/withdrawals", "Takes money out.")
            .answers(Movement.class, 201, Shape.of(Receipt.class), this::withdraw),
        draft("transfer", "/v1/transfers", "Moves money between two accounts of the caller.")
            .answers(AccountTransfer.class, 201, Shape.of(Receipt.class), this::transfer));
  }

  private static Operation.Draft draft(String name, String path, String summary) {
    return Operation.post(
            name, path, summary + " The same key again gives the first answer with 200.")
        .auditsOperators()
        .refuses(
            ErrorCode.FORBIDDEN,
            ErrorCode.UNKNOWN_ACCOUNT,
            ErrorCode.UNKNOWN_ASSET,
            ErrorCode.INVALID_AMOUNT,
            ErrorCode.INSUFFICIENT_FUNDS,
            ErrorCode.VALUE_TOO_LARGE,
            ErrorCode.KEY_REUSED,
            ErrorCode.EXCHANGE_UNAVAILABLE);
  }

  private Answer<Receipt> deposit(Movement movement, Caller caller) {
    if (!selfFunding && !caller.isOperator()) {
      throw RefusedException.of(
          ErrorCode.FORBIDDEN, "deposits are made by the operator of this venue");
    }
    long accountId = caller.accountToFund(movement.accountId(), "accountId");
    return move(TransferKind.DEPOSIT, accountId, Command.WORLD, accountId, movement);
  }

  private Answer<Receipt> withdraw(Movement movement, Caller caller) {
    long accountId = caller.accountToFund(movement.accountId(), "accountId");
    return move(TransferKind.WITHDRAWAL, accountId, accountId, Command.WORLD, movement);
  }

  private Answer<Receipt> transfer(AccountTransfer transfer, Caller caller) {
    long from = caller.accountToFund(transfer.accountId(), "accountId");
    long to = caller.accountToFund(transfer.toAccountId(), "toAccountId");
    if (from == to) {
      throw RefusedException.value(
          ErrorCode.INVALID_FIELD,
          "toAccountId",
          transfer.toAccountId(),
          "must differ from accountId");
    }
    Movement movement =
        new Movement(transfer.key(), transfer.accountId(), transfer.asset(), transfer.amount());
    return move(TransferKind.TRANSFER, from, from, to, movement);
  }

  private Answer<Receipt> move(
      TransferKind kind, long accountId, long from, long to, Movement movement) {
    Asset asset = catalog.requireAsset(movement.asset());
    String key = Keys.of(kind.label(), accountId, movement.key());
    long amount = Amounts.amount(ErrorCode.INVALID_AMOUNT, "amount", asset, movement.amount());
    Reply reply = exchange.submit(new Command.Transfer(kind, from, to, asset.id(), amount, key));
    if (reply.reason() == RejectReason.KEY_REUSED) {
      throw RefusedException.value(
          ErrorCode.KEY_REUSED, KEY, movement.key().orElse(""), reply.reason().rule());
    }
    if (reply.refused()) {
      throw Refusals.of(reply, asset, "amount", movement.amount().text());
    }
    acknowledged.note(from, reply);
    acknowledged.note(to, reply);
    Receipt receipt =
        new Receipt(
            Long.toString(reply.id()),
            kind.label(),
            Long.toString(accountId),
            asset.code(),
            new Decimal(asset.format(amount)),
            reply.sequence(),
            Times.instant(reply.timestampNs()));
    return new Answer<>(reply.duplicate() ? 200 : 201, receipt);
  }
}
