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
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How much there is of tokens (ERC-20's {@code totalSupply()}). */
public final class TokenSource implements PolledSource {
  private static final String TOTAL_SUPPLY = "18160ddd";

  private final String chain;
  private final URI url;
  private final Map<String, Token> tokens = new LinkedHashMap<>();
  private final Duration every;

  /**
   * @param tokens those with an address; the chain's coin has no such function
   */
  public TokenSource(String chain, URI url, List<Token> tokens, Duration every) {
    this.chain = chain;
    this.url = url;
    this.every = every;
    for (Token token : tokens) {
      if (token.address().isEmpty()) {
        throw new IllegalArgumentException("token " + token.name() + " must have an address");
      }
      this.tokens.put(token.name(), token);
    }
  }

  @Override
  public String kind() {
    return "token";
  }

  @Override
  public Set<Symbol> symbols() {
    return Set.of();
  }

  @Override
  public List<PolledRequest> requests(Instant now) {
    return tokens.values().stream()
        .map(token -> JsonRpc.call(token.name(), url, token.address().orElseThrow(), TOTAL_SUPPLY))
        .toList();
  }

  @Override
  public Duration pause() {
    return every;
  }

  @Override
  public void read(PolledRequest request, Frame answer, PolledSink sink)
      throws RejectedFrameException {
    Token token = tokens.get(request.about());
    if (token == null) {
      throw new RejectedFrameException(
          FrameFault.UNKNOWN_TYPE, "no token is called " + request.about());
    }
    long now = answer.localTimeNs();
    SeriesKey key = new SeriesKey(SeriesKind.OBSERVATION, chain, "total-supply", token.name());
    double supply = token.amount(JsonRpc.words(answer, 1)[0]);
    sink.onObservations(List.of(new Observation(key, now, supply, now)));
  }
}
