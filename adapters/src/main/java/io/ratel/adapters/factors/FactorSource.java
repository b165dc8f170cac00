package io.ratel.adapters.factors;

import io.ratel.adapters.polled.PolledRequest;
import io.ratel.adapters.polled.PolledSink;
import io.ratel.adapters.polled.PolledSource;
import io.ratel.marketdata.adjustment.PriceFactors;
import io.ratel.marketdata.feed.Frame;
import io.ratel.marketdata.feed.RejectedFrameException;
import io.ratel.model.instrument.Symbol;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A folder of factor files: of a disk with all that it holds, of the web with those of the shares
 * that are named.
 */
public final class FactorSource implements PolledSource {
  private static final int MAX_FILES = 10_000;
  private static final int FILES_PER_SECOND = 500;

  private final URI folder;
  private final String market;
  private final List<String> shares;
  private final Duration every;

  /**
   * @param folder ends with a slash; one of a disk has a {@code file:} address
   * @param market the venue of the shares, such as {@code LEAN}
   * @param shares by ticker; of a folder on a disk all when none is named
   */
  public FactorSource(URI folder, String market, List<String> shares, Duration every) {
    if (!folder.toString().endsWith("/")) {
      throw new IllegalArgumentException(
          "url must be of a folder and end with /, was '" + folder + "'");
    }
    if (shares.isEmpty() && !isLocal(folder)) {
      throw new IllegalArgumentException("tickers must name at least one share for " + folder);
    }
    shares.forEach(share -> Symbol.of(market + ":" + share.toUpperCase(Locale.ROOT)));
    this.folder = folder;
    this.market = market;
    this.shares = List.copyOf(shares);
    this.every = every;
  }

  private static boolean isLocal(URI folder) {
    return "file".equals(folder.getScheme());
  }

  @Override
  public String kind() {
    return "factors";
  }

  @Override
  public Set<Symbol> symbols() {
    return Set.of();
  }

  @Override
  public List<PolledRequest> requests(Instant now) {
    if (!shares.isEmpty()) {
      return shares.stream()
          .map(share -> share.toLowerCase(Locale.ROOT) + ".csv")
          .map(name -> PolledRequest.get(name, folder.resolve(name)))
          .toList();
    }
    try (Stream<Path> files = Files.list(Path.of(folder))) {
      return files
          .filter(
              file -> FactorFile.share(market, file.getFileName().toString(), false).isPresent())
          .sorted()
          .limit(MAX_FILES)
          .map(file -> PolledRequest.get(file.getFileName().toString(), file.toUri()))
          .toList();
    } catch (IOException | UncheckedIOException e) {
      // The round fails with the folder's name in it, and is tried again.
      return List.of(PolledRequest.get("the folder", folder));
    }
  }

  @Override
  public Duration pause() {
    return every;
  }

  @Override
  public double requestsPerSecond() {
    return isLocal(folder) ? FILES_PER_SECOND : PolledSource.super.requestsPerSecond();
  }

  @Override
  public void read(PolledRequest request, Frame answer, PolledSink sink)
      throws RejectedFrameException {
    Symbol share = FactorFile.share(market, request.about(), false).orElseThrow();
    sink.onObservations(
        PriceFactors.series(share, FactorFile.read(answer.text()), answer.localTimeNs()));
  }
}
