package io.ratel.server.demo.bot;

import io.ratel.model.order.Side;

/** An order of a bot that rests in the book, as far as the bot knows. */
public final class OpenOrder {
  private final long id;
  private final int market;
  private final Side side;
  private final long price;
  private final long lots;
  private final long counted;
  private boolean suspect;

  OpenOrder(long id, int market, Side side, long price, long lots, long counted) {
    this.id = id;
    this.market = market;
    this.side = side;
    this.price = price;
    this.lots = lots;
    this.counted = counted;
  }

  public long id() {
    return id;
  }

  public int market() {
    return market;
  }

  public Side side() {
    return side;
  }

  /** In ticks. */
  public long price() {
    return price;
  }

  /** As it was placed. */
  long lots() {
    return lots;
  }

  /** Lots that were filled and are in the bot's inventory already. */
  long counted() {
    return counted;
  }

  /** What may still be filled. */
  public long remaining() {
    return lots - counted;
  }

  /** Whether someone has traded at its price or through it, so that it may be gone. */
  public boolean isSuspect() {
    return suspect;
  }

  /** Says that it may be gone. */
  public void suspect() {
    suspect = true;
  }
}
