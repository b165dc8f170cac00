package io.ratel.adapters.ethereum;

import io.ratel.adapters.polled.PolledRequest;
import io.ratel.adapters.polled.PolledSink;
import io.ratel.adapters.polled.PolledSource;
import io.ratel.marketdata.feed.Frame;
import io.ratel.marketdata.feed.FrameFault;
import io.ratel.marketdata.feed.RejectedFrameException;
import io.ratel.marketdata.series.Observation;
import io.ratel.marketdata.series.SeriesKey;
import io.ratel.marketdata.series.SeriesKind;
import io.ratel.model.instrument.Symbol;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What addresses hold of the chain's coin and of tokens (ERC-20's {@code balanceOf(address)}). */
public final class PortfolioSource implements PolledSource {
  private static final String BALANCE_OF = "70a08231";

  private record Holding(String address, Token token) {}

  private final String chain;
  private final URI url;
  private final Map<String, Holding> holdings = new LinkedHashMap<>();
  private final Duration every;

  public PortfolioSource(
      String chain, URI url, List<String> addresses, List<Token> tokens, Duration every) {
    this.chain = chain;
    this.url = url;
    this.every = every;
    for (String address : addresses) {
      JsonRpc.requireAddress("address", address);
      for (Token token : tokens) {
        holdings.put(token.name() + " of " + address, new Holding(address, token));
      }
    }
  }

  @Override
  public String kind() {
    return "portfolio";
  }

  @Override
  public Set<Symbol> symbols() {
    return Set.of();
  }

  @Override
  public List<PolledRequest> requests(Instant now) {
    return holdings.entrySet().stream()
        .map(entry -> request(entry.getKey(), entry.getValue()))
        .toList();
  }

  private PolledRequest request(String about, Holding holding) {
    return holding
        .token()
        .address()
        .map(
            contract ->
                JsonRpc.call(
                    about, url, contract, BALANCE_OF + JsonRpc.argument(holding.address())))
        .orElseGet(() -> JsonRpc.balance(about, url, holding.address()));
  }

  @Override
  public Duration pause() {
    return every;
  }

  @Override
  public void read(PolledRequest request, Frame answer, PolledSink sink)
      throws RejectedFrameException {
    Holding holding = holdings.get(request.about());
    if (holding == null) {
      throw new RejectedFrameException(
          FrameFault.UNKNOWN_TYPE, "nobody asked for " + request.about());
    }
    BigInteger parts =
        holding.token().address().isPresent()
            ? JsonRpc.words(answer, 1)[0]
            : JsonRpc.quantity(answer);
    long now = answer.localTimeNs();
    SeriesKey key =
        new SeriesKey(SeriesKind.PORTFOLIO, chain, holding.token().name(), holding.address());
    sink.onObservations(List.of(new Observation(key, now, holding.token().amount(parts), now)));
  }
}
