package io.ratel.gateway.topic;

import io.ratel.gateway.market.Quality;
import io.ratel.gateway.wire.WireQuote;
import io.ratel.marketdata.MarketViews;
import io.ratel.model.instrument.Symbol;
import io.ratel.model.market.Quote;
import java.time.InstantSource;
import java.util.Optional;

/** Best bid and ask; a delta is the whole quote. */
final class QuoteTopic extends Topic {
  private final Symbol symbol;
  private final MarketViews markets;
  private final MarketChanges changes;
  private final InstantSource clock;
  private Optional<Quote> sent = Optional.empty();
  private Quality told = Quality.UNKNOWN;

  QuoteTopic(
      TopicName name,
      Runnable onChange,
      MarketViews markets,
      MarketChanges changes,
      InstantSource clock) {
    super(name, onChange);
    this.symbol = new Symbol(name.subject());
    this.markets = markets;
    this.changes = changes;
    this.clock = clock;
  }

  @Override
  public void open() {
    changes.quotes.put(symbol, this::changed);
  }

  @Override
  public Runnable load() {
    return () -> {
      sent = markets.quote(symbol);
      told = quality(sent);
    };
  }

  @Override
  public Object state() {
    return WireQuote.of(symbol, sent, markets.staleAfterNs(symbol), clock);
  }

  @Override
  public Change change() {
    Optional<Quote> now = markets.quote(symbol);
    Quality quality = quality(now);
    if (now.equals(sent) && quality == told) {
      return new Change.None();
    }
    sent = now;
    told = quality;
    return new Change.Delta(state());
  }

  private Quality quality(Optional<Quote> quote) {
    return quote
        .map(q -> Quality.of(q.localTimeNs(), markets.staleAfterNs(symbol), clock))
        .orElse(Quality.UNKNOWN);
  }

  @Override
  public void close() {
    changes.quotes.remove(symbol);
  }
}
