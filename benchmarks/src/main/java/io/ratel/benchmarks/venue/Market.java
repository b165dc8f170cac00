package io.ratel.benchmarks.venue;

import io.ratel.exchange.OrderEntry;
import io.ratel.exchange.Reply;
import io.ratel.exchange.command.Command;
import io.ratel.exchange.command.TransferKind;
import io.ratel.model.instrument.InstrumentKind;
import io.ratel.model.instrument.Step;
import io.ratel.model.order.OrderType;
import io.ratel.model.order.Side;
import io.ratel.model.order.TimeInForce;

/** A market with the terms of a new venue's first one, and an account that never runs dry. */
public record Market(int instrumentId, long accountId) {
  /** A price in the middle, in ticks of a cent. */
  public static final long MIDDLE = 10_000;

  private static final long PLENTY = 100_000_000_000_000_000L;

  /**
   * Lists the market and funds the account.
   *
   * @param entry fails when it is refused
   */
  public static Market open(OrderEntry entry) {
    int usd = (int) entry.submit(new Command.ListAsset("USD", 8)).id();
    int btc = (int) entry.submit(new Command.ListAsset("BTC", 8)).id();
    int instrument = list("BTC-USD", entry);
    long account = entry.submit(new Command.OpenAccount("bench")).id();
    for (int asset : new int[] {usd, btc}) {
      entry.submit(
          new Command.Transfer(
              TransferKind.DEPOSIT, Command.WORLD, account, asset, PLENTY, "bench-" + asset));
    }
    return new Market(instrument, account);
  }

  /** Lists an instrument with the same terms under a name of its own, and returns its id. */
  public static int list(String symbol, OrderEntry entry) {
    Reply listed =
        entry.submit(
            new Command.ListInstrument(
                symbol,
                InstrumentKind.SPOT,
                "BTC",
                "USD",
                Step.of("0.01"),
                Step.of("0.00001"),
                200,
                500,
                50_000));
    return (int) listed.id();
  }

  /** An order that rests until it is filled or canceled. */
  public Command.PlaceOrder limit(Side side, long price, long quantity) {
    return new Command.PlaceOrder(
        accountId, instrumentId, side, OrderType.LIMIT, TimeInForce.GTC, price, quantity, "");
  }
}
