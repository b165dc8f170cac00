package io.ratel.adapters.tabular;

import io.ratel.adapters.polled.PolledRequest;
import io.ratel.adapters.polled.PolledSink;
import io.ratel.adapters.polled.PolledSource;
import io.ratel.marketdata.feed.Frame;
import io.ratel.marketdata.feed.FrameFault;
import io.ratel.marketdata.feed.RejectedFrameException;
import io.ratel.marketdata.feed.VenueMarkets;
import io.ratel.model.instrument.Symbol;
import io.ratel.model.market.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** A table that is fetched now and then. */
public final class TabularSource implements PolledSource {
  /**
   * What a configuration says of a table.
   *
   * @param source its name, which stands before the colon of its symbols
   * @param request where it is; a {@code file:} address is read from the disk
   * @param interval of bars
   */
  public record Table(
      String source,
      PolledRequest request,
      Rows rows,
      Output output,
      Columns columns,
      TimeForm times,
      Interval interval,
      Duration every) {
    public Table {
      for (String field : output.needed()) {
        if (!columns.byField().containsKey(field)) {
          throw new IllegalArgumentException(
              "columns must name %s for %s, were %s"
                  .formatted(field, output.label(), columns.byField().keySet()));
        }
      }
    }
  }

  private final Table table;
  private final Output.Context context;

  public TabularSource(Table table) {
    this.table = table;
    this.context =
        new Output.Context(
            table.source(),
            table.columns(),
            table.times(),
            table.interval(),
            new VenueMarkets(table.source()));
  }

  @Override
  public String kind() {
    return switch (table.output()) {
      case NEWS -> "json-news";
      case CALENDAR -> "calendar";
      default ->
          switch (table.rows()) {
            case Rows.Json json -> "json";
            case Rows.Csv csv -> "csv";
          };
    };
  }

  @Override
  public Set<Symbol> symbols() {
    return Set.of();
  }

  @Override
  public List<PolledRequest> requests(Instant now) {
    return List.of(table.request());
  }

  @Override
  public Duration pause() {
    return table.every();
  }

  @Override
  public void read(PolledRequest request, Frame answer, PolledSink sink)
      throws RejectedFrameException {
    int number = 0;
    for (Row row : table.rows().read(answer.text())) {
      number++;
      try {
        table.output().read(row, context, answer.localTimeNs(), sink);
      } catch (RejectedFrameException e) {
        throw new RejectedFrameException(e.fault(), "row " + number + ": " + e.getMessage());
      }
    }
    if (number == 0) {
      throw new RejectedFrameException(FrameFault.MISSING_FIELD, "the table has no rows");
    }
  }
}
