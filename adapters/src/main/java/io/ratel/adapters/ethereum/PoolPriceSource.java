package io.ratel.adapters.ethereum;

import io.ratel.adapters.polled.PolledRequest;
import io.ratel.adapters.polled.PolledSink;
import io.ratel.adapters.polled.PolledSource;
import io.ratel.marketdata.feed.Frame;
import io.ratel.marketdata.feed.FrameFault;
import io.ratel.marketdata.feed.RejectedFrameException;
import io.ratel.marketdata.feed.VenueMarkets;
import io.ratel.model.instrument.Symbol;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Prices in pools, as quotes of no quantity; the fee of a swap is not in them. The time of a quote
 * is when it was received.
 */
public final class PoolPriceSource implements PolledSource {
  private final URI url;
  private final Map<String, Pool> pools = new LinkedHashMap<>();
  private final Map<String, Symbol> symbols = new LinkedHashMap<>();
  private final Duration every;
  private final VenueMarkets markets;

  /**
   * @param venue before the colon of its symbols, such as {@code UNISWAP}
   */
  public PoolPriceSource(String venue, URI url, List<Pool> pools, Duration every) {
    this.url = url;
    this.every = every;
    this.markets = new VenueMarkets(venue);
    for (Pool pool : pools) {
      this.pools.put(pool.address(), pool);
      symbols.put(pool.address(), Symbol.ofVenue(venue, pool.base(), pool.quote()));
    }
  }

  @Override
  public String kind() {
    return "pool-price";
  }

  @Override
  public Set<Symbol> symbols() {
    return Set.copyOf(symbols.values());
  }

  @Override
  public List<PolledRequest> requests(Instant now) {
    return pools.values().stream()
        .map(pool -> JsonRpc.call(pool.address(), url, pool.address(), pool.form().selector()))
        .toList();
  }

  @Override
  public Duration pause() {
    return every;
  }

  @Override
  public void read(PolledRequest request, Frame answer, PolledSink sink)
      throws RejectedFrameException {
    Pool pool = pools.get(request.about());
    Symbol symbol = symbols.get(request.about());
    if (pool == null || symbol == null) {
      throw new RejectedFrameException(FrameFault.UNKNOWN_TYPE, "no pool is at " + request.about());
    }
    String price = pool.price(answer);
    long now = answer.localTimeNs();
    sink.onQuote(markets.read(symbol, List.of(price, price), List.of("0", "0")).quote(now, now));
  }
}
