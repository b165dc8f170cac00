package io.ratel.server.demo.bot;

import io.ratel.exchange.OrderEntry;
import io.ratel.exchange.Reply;
import io.ratel.exchange.command.Command;

/** The one way out for all bots: what they may send together, and how far the answers are. */
final class Gate {
  final TokenBucket budget;
  final Records records;
  private final OrderEntry entry;
  private long sequence;

  Gate(OrderEntry entry, Records records, TokenBucket budget) {
    this.entry = entry;
    this.records = records;
    this.budget = budget;
  }

  Reply send(Command command) {
    Reply reply = entry.submit(command);
    reached(reply.sequence());
    return reply;
  }

  void reached(long event) {
    sequence = Math.max(sequence, event);
  }

  /** Whether the records show everything that the bots have caused. */
  boolean recorded() {
    return records.await(sequence);
  }
}
