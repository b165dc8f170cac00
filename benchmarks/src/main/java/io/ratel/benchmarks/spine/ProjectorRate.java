package io.ratel.benchmarks.spine;

import io.ratel.adapters.aeron.RecordedEvents;
import io.ratel.adapters.postgres.Database;
import io.ratel.adapters.postgres.EmbeddedPostgresServer;
import io.ratel.adapters.postgres.PostgresProjection;
import io.ratel.adapters.postgres.PostgresViews;
import io.ratel.adapters.postgres.Progress;
import io.ratel.benchmarks.load.Calls;
import io.ratel.benchmarks.measure.Figures;
import io.ratel.benchmarks.measure.Measurement;
import io.ratel.benchmarks.measure.Row;
import io.ratel.benchmarks.measure.Workplace;
import io.ratel.benchmarks.venue.LogVenue;
import io.ratel.server.role.Projector;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Events from the recording into the tables of an embedded PostgreSQL with fsync on. */
final class ProjectorRate implements Measurement {
  private static final int RUNS = 3;
  private static final int WARM_UPS = 1;
  private static final int ORDERS_PER_SECOND = 10_000;
  private static final Duration TRADING = Duration.ofSeconds(2);
  private static final int FLUSH_MS = 100;
  private static final long PATIENCE_MS = 60_000;

  @Override
  public List<String> rows() {
    return List.of("projector");
  }

  @Override
  public void measure(Workplace place, Consumer<Row> out) throws IOException {
    Path folder = place.folder("projector");
    try (LogVenue venue = new LogVenue(folder.resolve("log"), false);
        RecordedEvents events = venue.events();
        EmbeddedPostgresServer server = EmbeddedPostgresServer.start(folder.resolve("postgres"));
        Database tables = Database.connect(server.jdbcUrl(), "postgres", "postgres", 4)) {
      Calls.openLoop(ORDERS_PER_SECOND, TRADING, venue::order);
      List<Figures> runs = new ArrayList<>();
      for (int run = 0; run < WARM_UPS + RUNS; run++) {
        Figures figures = project(events, tables, venue.sequence());
        if (run >= WARM_UPS) {
          runs.add(figures);
        }
      }
      out.accept(Row.of("projector", "events", runs));
    }
    place.delete(folder);
  }

  private static Figures project(RecordedEvents events, Database tables, long last) {
    Progress progress = new Progress();
    PostgresProjection projection = new PostgresProjection(tables, progress);
    projection.clear();
    PostgresViews reader = new PostgresViews(tables, progress);
    long started = System.nanoTime();
    try (Projector projector = new Projector(events, projection, progress, FLUSH_MS)) {
      if (!reader.await(last, PATIENCE_MS)) {
        throw new IllegalStateException(
            "the tables are at event "
                + reader.sequence()
                + " of "
                + last
                + " after 60 s, "
                + projector.failures()
                + " batches failed");
      }
      return Figures.perSecond(last * 1e9 / (System.nanoTime() - started));
    }
  }
}
