package io.ratel.server;

import io.ratel.exchange.OrderEntry;
import io.ratel.exchange.Reply;
import io.ratel.exchange.command.Command;
import io.ratel.model.instrument.InstrumentKind;
import io.ratel.model.instrument.Step;
import java.util.List;

/** The markets that every new venue has; listing them again changes nothing. */
final class FirstMarkets {
  /** Fees of 2 and 5 basis points, a collar of 5 per cent. */
  private static final List<Command> LISTINGS =
      List.of(
          new Command.ListAsset("USD", 8),
          new Command.ListAsset("BTC", 8),
          new Command.ListAsset("ETH", 8),
          new Command.ListInstrument(
              "BTC-USD",
              InstrumentKind.SPOT,
              "BTC",
              "USD",
              Step.of("0.01"),
              Step.of("0.00001"),
              200,
              500,
              50_000),
          new Command.ListInstrument(
              "ETH-USD",
              InstrumentKind.SPOT,
              "ETH",
              "USD",
              Step.of("0.01"),
              Step.of("0.0001"),
              200,
              500,
              50_000));

  private FirstMarkets() {}

  /** A command that every venue has done already. */
  static Command harmless() {
    return LISTINGS.getFirst();
  }

  static void list(OrderEntry entry) {
    for (Command listing : LISTINGS) {
      Reply reply = entry.submit(listing);
      if (reply.refused()) {
        throw new IllegalStateException(listing + " was refused: " + reply.reason());
      }
    }
  }
}
