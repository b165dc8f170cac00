package io.ratel.adapters.ecb;

import io.ratel.adapters.polled.Days;
import io.ratel.adapters.polled.PolledRequest;
import io.ratel.adapters.polled.PolledSink;
import io.ratel.adapters.polled.PolledSource;
import io.ratel.adapters.polled.Xml;
import io.ratel.marketdata.feed.Frame;
import io.ratel.marketdata.feed.FrameFault;
import io.ratel.marketdata.feed.FrameJson;
import io.ratel.marketdata.feed.RejectedFrameException;
import io.ratel.marketdata.series.Observation;
import io.ratel.marketdata.series.SeriesKey;
import io.ratel.marketdata.series.SeriesKind;
import io.ratel.model.instrument.Symbol;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** The euro's reference rates of a day: how many units of a currency one euro is. */
public final class EcbSource implements PolledSource {
  private final URI url;
  private final Duration every;

  /**
   * @param url of the document, such as {@code
   *     https://www.ecb.europa.eu/stats/eurofxref/eurofxref-daily.xml}
   */
  public EcbSource(URI url, Duration every) {
    this.url = url;
    this.every = every;
  }

  @Override
  public String kind() {
    return "ecb";
  }

  @Override
  public Set<Symbol> symbols() {
    return Set.of();
  }

  @Override
  public List<PolledRequest> requests(Instant now) {
    return List.of(PolledRequest.get("reference rates", url));
  }

  @Override
  public Duration pause() {
    return every;
  }

  @Override
  public void read(PolledRequest request, Frame answer, PolledSink sink)
      throws RejectedFrameException {
    List<Observation> rates = new ArrayList<>();
    Xml.read(answer.text(), reader -> cubes(reader, answer.localTimeNs(), rates));
    if (rates.isEmpty()) {
      throw new RejectedFrameException(
          FrameFault.MISSING_FIELD, "Cube with currency and rate is missing");
    }
    sink.onObservations(rates);
  }

  /** A day's {@code Cube time} holds one {@code Cube currency rate} for each currency. */
  private static void cubes(XMLStreamReader reader, long knownNs, List<Observation> rates)
      throws XMLStreamException, RejectedFrameException {
    long dayNs = -1;
    while (reader.hasNext()) {
      if (reader.next() != XMLStreamConstants.START_ELEMENT
          || !reader.getLocalName().equals("Cube")) {
        continue;
      }
      String day = attribute(reader, "time");
      String currency = attribute(reader, "currency");
      String rate = attribute(reader, "rate");
      if (day != null) {
        dayNs = Days.ofIso(day);
      } else if (currency != null && rate != null) {
        rates.add(
            new Observation(key(currency), requireDay(dayNs), FrameJson.number(rate), knownNs));
      }
    }
  }

  private static @Nullable String attribute(XMLStreamReader reader, String name) {
    return reader.getAttributeValue(null, name);
  }

  private static long requireDay(long dayNs) throws RejectedFrameException {
    if (dayNs < 0) {
      throw new RejectedFrameException(FrameFault.MISSING_FIELD, "Cube's time is missing");
    }
    return dayNs;
  }

  private static SeriesKey key(String currency) throws RejectedFrameException {
    if (!currency.matches("[A-Z]{3}")) {
      throw new RejectedFrameException(
          FrameFault.BAD_FIELD, "currency must be three capitals, was '" + currency + "'");
    }
    return new SeriesKey(SeriesKind.OBSERVATION, "ECB", "reference-rate", "EUR-" + currency);
  }
}
