package io.ratel.exchange.view;

import io.ratel.exchange.command.Command;
import io.ratel.exchange.event.Event;
import io.ratel.model.account.LiquidationStep;
import io.ratel.model.account.MoveReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Something that an account's positions lived through without the account's doing: a margin call, a
 * step of a liquidation, a triggered stop, funding paid or received. Amounts are minor units of the
 * asset, prices ticks, quantities lots; 0 where the kind has none.
 *
 * @param sequence the event's number
 * @param orderId 0 when no order was part of it
 * @param amount received, negative when paid
 */
public record AccountEvent(
    long sequence,
    long timestampNs,
    long accountId,
    Kind kind,
    OptionalInt instrumentId,
    OptionalInt assetId,
    long orderId,
    Optional<LiquidationStep> step,
    long quantity,
    long price,
    long amount,
    long equity,
    long initialMargin,
    long maintenanceMargin) {
  /** What it was; the names are the tables'. */
  public enum Kind {
    MARGIN_CALL("marginCall"),
    LIQUIDATION("liquidation"),
    /** A stop or another order that waited went to the market. */
    TRIGGERED("triggered"),
    FUNDING("funding"),
    FINANCING("financing"),
    DIVIDEND("dividend"),
    INSURANCE("insurance"),
    SPLIT("split"),
    CASH_IN_LIEU("cashInLieu"),
    SPIN_OFF("spinOff"),
    RIGHTS("rights"),
    /** A position was closed against one in liquidation. */
    DELEVERAGED("deleveraged"),
    /** A position was closed at the end of its instrument. */
    SETTLED("settled");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    /** The name a client sees. */
    public String label() {
      return label;
    }
  }

  /** What an event of the exchange means to accounts of clients; mostly nothing. */
  public static List<AccountEvent> of(Event event, long sequence, long timestampNs) {
    return switch (event) {
      case Event.MarginCalled e ->
          List.of(
              new AccountEvent(
                  sequence,
                  timestampNs,
                  e.accountId(),
                  Kind.MARGIN_CALL,
                  optional(e.instrumentId()),
                  OptionalInt.of(e.assetId()),
                  0,
                  Optional.empty(),
                  0,
                  0,
                  0,
                  e.equity(),
                  e.initialMargin(),
                  e.maintenanceMargin()));
      case Event.Liquidated e ->
          List.of(
              new AccountEvent(
                  sequence,
                  timestampNs,
                  e.accountId(),
                  Kind.LIQUIDATION,
                  optional(e.instrumentId()),
                  OptionalInt.empty(),
                  e.orderId(),
                  Optional.of(e.step()),
                  e.quantity(),
                  e.price(),
                  0,
                  e.equity(),
                  0,
                  e.maintenanceMargin()));
      case Event.OrderTriggered e ->
          List.of(
              ofOrder(
                  sequence,
                  timestampNs,
                  e.accountId(),
                  Kind.TRIGGERED,
                  e.instrumentId(),
                  e.orderId(),
                  0,
                  e.price()));
      case Event.Moved e -> moved(e, sequence, timestampNs);
      default -> List.of();
    };
  }

  /** What the machine's own order means to the account it closed a position of. */
  public static Optional<AccountEvent> of(OrderView order, long sequence, long timestampNs) {
    if (order.accountId() <= Command.DEALER) {
      return Optional.empty();
    }
    Optional<Kind> kind =
        switch (order.details().origin()) {
          case DELEVERAGING -> Optional.of(Kind.DELEVERAGED);
          case SETTLEMENT -> Optional.of(Kind.SETTLED);
          default -> Optional.empty();
        };
    return kind.map(
        what ->
            ofOrder(
                sequence,
                timestampNs,
                order.accountId(),
                what,
                order.instrument().id(),
                order.id(),
                order.quantity(),
                order.price()));
  }

  private static AccountEvent ofOrder(
      long sequence,
      long timestampNs,
      long accountId,
      Kind kind,
      int instrumentId,
      long orderId,
      long quantity,
      long price) {
    return new AccountEvent(
        sequence,
        timestampNs,
        accountId,
        kind,
        OptionalInt.of(instrumentId),
        OptionalInt.empty(),
        orderId,
        Optional.empty(),
        quantity,
        price,
        0,
        0,
        0,
        0);
  }

  private static List<AccountEvent> moved(Event.Moved e, long sequence, long timestampNs) {
    Optional<Kind> kind = kind(e.reason());
    if (kind.isEmpty()) {
      return List.of();
    }
    List<AccountEvent> both = new ArrayList<>(2);
    for (long account : new long[] {e.fromAccountId(), e.toAccountId()}) {
      if (account > Command.DEALER) {
        both.add(
            new AccountEvent(
                sequence,
                timestampNs,
                account,
                kind.get(),
                optional(e.instrumentId()),
                OptionalInt.of(e.assetId()),
                0,
                Optional.empty(),
                0,
                0,
                account == e.toAccountId() ? e.amount() : -e.amount(),
                0,
                0,
                0));
      }
    }
    return both;
  }

  private static Optional<Kind> kind(MoveReason reason) {
    return switch (reason) {
      case FUNDING -> Optional.of(Kind.FUNDING);
      case FINANCING -> Optional.of(Kind.FINANCING);
      case DIVIDEND -> Optional.of(Kind.DIVIDEND);
      case INSURANCE -> Optional.of(Kind.INSURANCE);
      case SPLIT -> Optional.of(Kind.SPLIT);
      case CASH_IN_LIEU -> Optional.of(Kind.CASH_IN_LIEU);
      case SPIN_OFF -> Optional.of(Kind.SPIN_OFF);
      case RIGHTS -> Optional.of(Kind.RIGHTS);
      // Profits are the account's own trades, units its own wish.
      case REALIZED_PNL, UNITS -> Optional.empty();
    };
  }

  private static OptionalInt optional(int id) {
    return id < 0 ? OptionalInt.empty() : OptionalInt.of(id);
  }
}
