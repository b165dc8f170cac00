package io.ratel.adapters.ethereum;

import io.ratel.adapters.polled.PolledRequest;
import io.ratel.adapters.polled.PolledSink;
import io.ratel.adapters.polled.PolledSource;
import io.ratel.marketdata.feed.Frame;
import io.ratel.marketdata.feed.RejectedFrameException;
import io.ratel.marketdata.series.Observation;
import io.ratel.marketdata.series.SeriesKey;
import io.ratel.marketdata.series.SeriesKind;
import io.ratel.model.instrument.Symbol;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** What a unit of gas costs on a chain, in units of 10^-9 of its coin (gwei). */
public final class GasPriceSource implements PolledSource {
  private static final double GWEI = 1e9;

  private final SeriesKey series;
  private final URI url;
  private final Duration every;

  /**
   * @param chain its name as a source, such as {@code ETHEREUM}
   */
  public GasPriceSource(String chain, URI url, Duration every) {
    this.series = new SeriesKey(SeriesKind.OBSERVATION, chain, "gas-price-gwei", "-");
    this.url = url;
    this.every = every;
  }

  @Override
  public String kind() {
    return "gas-price";
  }

  @Override
  public Set<Symbol> symbols() {
    return Set.of();
  }

  @Override
  public List<PolledRequest> requests(Instant now) {
    return List.of(JsonRpc.gasPrice(url));
  }

  @Override
  public Duration pause() {
    return every;
  }

  @Override
  public void read(PolledRequest request, Frame answer, PolledSink sink)
      throws RejectedFrameException {
    double gwei = JsonRpc.quantity(answer).doubleValue() / GWEI;
    long now = answer.localTimeNs();
    sink.onObservations(List.of(new Observation(series, now, gwei, now)));
  }
}
