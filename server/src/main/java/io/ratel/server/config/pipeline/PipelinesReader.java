package io.ratel.server.config.pipeline;

import io.ratel.adapters.pipeline.CsvTable;
import io.ratel.adapters.pipeline.EvalExFormulas;
import io.ratel.marketdata.pipeline.Fold;
import io.ratel.marketdata.pipeline.Formula;
import io.ratel.marketdata.pipeline.Formulas;
import io.ratel.marketdata.pipeline.Input;
import io.ratel.marketdata.pipeline.Output;
import io.ratel.marketdata.pipeline.Pipeline;
import io.ratel.marketdata.pipeline.ReferenceTable;
import io.ratel.marketdata.pipeline.Row;
import io.ratel.marketdata.pipeline.SeriesTable;
import io.ratel.marketdata.pipeline.Steps;
import io.ratel.marketdata.pipeline.Window;
import io.ratel.marketdata.series.SeriesKey;
import io.ratel.marketdata.series.SeriesKind;
import io.ratel.model.instrument.Symbol;
import io.ratel.server.config.Settings;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What is set below {@code pipelines}. The fields that there are are followed from step to step, so
 * that a formula that speaks of another is a fault of the configuration and not of every row.
 */
public final class PipelinesReader {
  private static final int MAX_PIPELINES = 50;
  private static final int MAX_PARTS = 50;
  private static final Pattern FIELD = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,31}");
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final String SERIES = "series:";

  private final Settings settings;
  private final Formulas formulas = new EvalExFormulas();

  public PipelinesReader(Settings settings) {
    this.settings = settings;
  }

  /** Those that have no fault; faults are left with the settings. */
  public List<Pipeline> read() {
    List<Pipeline> pipelines = new ArrayList<>();
    Set<String> names = settings.children("pipelines");
    if (names.size() > MAX_PIPELINES) {
      settings.fault("pipelines must be at most " + MAX_PIPELINES + ", were " + names.size());
    }
    for (String name : names) {
      pipeline(name, "pipelines." + name).ifPresent(pipelines::add);
    }
    refuseCircles(pipelines);
    return pipelines;
  }

  private Optional<Pipeline> pipeline(String name, String key) {
    Optional<Input> input =
        settings.build(
            key,
            () ->
                Input.of(settings.text(key + ".from", "trades"), settings.list(key + ".markets")));
    if (input.isEmpty()) {
      return Optional.empty();
    }
    Set<String> fields = new TreeSet<>(input.get().fields());
    List<Pipeline.Plan> steps = new ArrayList<>();
    for (String part : parts(key + ".steps")) {
      settings.build(part, () -> step(part, fields)).ifPresent(steps::add);
    }
    List<Pipeline.Route> routes = new ArrayList<>();
    List<String> outputs = parts(key + ".to");
    for (String part : outputs) {
      settings.build(part, () -> route(name, part, fields)).ifPresent(routes::add);
    }
    return routes.size() < outputs.size()
        ? Optional.empty()
        : settings.build("pipelines", () -> new Pipeline(name, input.get(), steps, routes));
  }

  private List<String> parts(String key) {
    Set<String> places = settings.children(key);
    if (places.size() > MAX_PARTS || !places.stream().allMatch(p -> p.matches("[0-9]{1,3}"))) {
      settings.fault(key + " must be a list of at most " + MAX_PARTS);
      return List.of();
    }
    return places.stream()
        .sorted(Comparator.comparingInt(Integer::parseInt))
        .map(place -> key + "." + place)
        .toList();
  }

  /** The one of these names that a part has. */
  private String kind(String key, List<String> kinds) {
    Set<String> has = settings.children(key);
    List<String> of = kinds.stream().filter(has::contains).toList();
    if (of.size() != 1) {
      throw new IllegalArgumentException(
          "must have one of %s, has %s"
              .formatted(String.join(", ", kinds), String.join(", ", has)));
    }
    return of.getFirst();
  }

  /** Adds to the fields what the step adds. */
  private Pipeline.Plan step(String key, Set<String> fields) {
    return switch (kind(key, List.of("filter", "map", "join", "window"))) {
      case "filter" -> {
        Formula condition = formula(key + ".filter", fields);
        yield store -> Steps.filter(condition);
      }
      case "map" -> {
        Map<String, Formula> made = new LinkedHashMap<>();
        for (String name : settings.children(key + ".map")) {
          made.put(name, formula(key + ".map." + name, fields));
        }
        made.keySet().forEach(name -> add(key, name, fields));
        yield store -> Steps.map(made);
      }
      case "join" -> join(key + ".join", fields);
      default -> window(key + ".window", fields);
    };
  }

  private Formula formula(String key, Set<String> fields) {
    try {
      return formulas.read(settings.text(key, ""), fields);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(key + " " + e.getMessage(), e);
    }
  }

  private static void add(String key, String name, Set<String> fields) {
    if (!FIELD.matcher(name).matches() || name.equals(Row.TIME)) {
      throw new IllegalArgumentException(
          "%s: a field must have 1 to 32 letters, digits and underscores, and not be time, was '%s'"
              .formatted(key, name));
    }
    fields.add(name);
  }

  private static String field(String key, String name, Set<String> fields) {
    if (!fields.contains(name)) {
      throw new IllegalArgumentException(
          "%s must be a field that is there (%s), was '%s'"
              .formatted(key, String.join(", ", fields), name));
    }
    return name;
  }

  private Pipeline.Plan join(String key, Set<String> fields) {
    String on = field(key + ".on", settings.text(key + ".on", Row.SYMBOL), fields);
    boolean required = settings.flag(key + ".required", false);
    String with = settings.text(key + ".with", "");
    String column = settings.text(key + ".key", on);
    Map<String, String> take = new LinkedHashMap<>();
    settings.list(key + ".take").forEach(name -> take.put(name, name));
    for (String name : settings.children(key + ".take")) {
      take.put(name, settings.text(key + ".take." + name, ""));
    }
    if (take.isEmpty()) {
      throw new IllegalArgumentException(key + ".take must name at least one field of the table");
    }
    Optional<ReferenceTable> file =
        with.startsWith("file:")
            ? Optional.of(CsvTable.open(Path.of(URI.create(with)), column, System::nanoTime))
            : Optional.empty();
    Set<String> has = file.map(ReferenceTable::fields).orElse(Set.of(SeriesTable.VALUE));
    take.values().forEach(name -> field(key + ".take", name, has));
    take.keySet().forEach(name -> add(key + ".take", name, fields));
    if (file.isPresent()) {
      return store -> Steps.join(file.get(), on, take, required);
    }
    boolean ofRow = with.endsWith("/*");
    SeriesKey series =
        series(key + ".with", ofRow ? with.substring(0, with.length() - 1) + "-" : with);
    return store -> Steps.join(new SeriesTable(store, series, ofRow), on, take, required);
  }

  private static SeriesKey series(String key, String text) {
    String[] parts =
        text.startsWith(SERIES) ? text.substring(SERIES.length()).split("/", -1) : new String[0];
    if (parts.length != 4) {
      throw new IllegalArgumentException(
          key
              + " must be file:///PATH or series:KIND/SOURCE/NAME/SUBJECT (* for the row's), was '"
              + text
              + "'");
    }
    return new SeriesKey(seriesKind(key, parts[0]), parts[1], parts[2], parts[3]);
  }

  private static SeriesKind seriesKind(String key, String text) {
    return SeriesKind.of(text)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    key + " must be of a kind of series such as observation, was '" + text + "'"));
  }

  /** What leaves a window is what it gathers by and what it folds. */
  private Pipeline.Plan window(String key, Set<String> fields) {
    List<String> by = settings.list(key + ".by");
    by.forEach(name -> field(key + ".by", name, fields));
    Map<String, Fold.Of> folds = new LinkedHashMap<>();
    for (String name : settings.children(key + ".take")) {
      try {
        folds.put(name, Fold.Of.read(settings.text(key + ".take." + name, ""), fields));
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(key + ".take." + name + " " + e.getMessage(), e);
      }
    }
    Duration size = settings.duration(key + ".size", Duration.ofMinutes(1));
    Duration every = settings.duration(key + ".every", size);
    Duration patience = settings.duration(key + ".patience", PATIENCE);
    Window.Shape shape = new Window.Shape(size, every, patience, by, folds);
    fields.clear();
    fields.addAll(by);
    folds.keySet().forEach(name -> add(key + ".take", name, fields));
    fields.add(Row.TIME);
    return store -> new Window(shape);
  }

  private Pipeline.Route route(String name, String key, Set<String> fields) {
    Optional<Formula> when =
        settings.optional(key + ".when").map(text -> formula(key + ".when", fields));
    String source = name.toUpperCase(Locale.ROOT);
    Output output =
        switch (kind(key, List.of("series", "events", "market", "file"))) {
          case "series" -> {
            String subject = settings.text(key + ".subject", "");
            yield new Output.ToSeries(
                new SeriesKey(
                    seriesKind(key + ".kind", settings.text(key + ".kind", "observation")),
                    source,
                    settings.text(key + ".series", ""),
                    "-"),
                subject.isEmpty() ? "" : field(key + ".subject", subject, fields),
                field(key + ".value", settings.text(key + ".value", ""), fields));
          }
          case "events" -> {
            String headline = settings.text(key + ".headline", "");
            field(key, Row.SYMBOL, fields);
            Output.ToEvents.fields(headline).forEach(of -> field(key + ".headline", of, fields));
            yield new Output.ToEvents(name, settings.text(key + ".events", ""), headline);
          }
          case "market" ->
              new Output.ToMarket(
                  Symbol.of(source + ":" + settings.text(key + ".market", "")),
                  field(key + ".price", settings.text(key + ".price", "price"), fields),
                  field(key + ".quantity", settings.text(key + ".quantity", "quantity"), fields));
          default -> new Output.ToFile(file(key + ".file"));
        };
    return new Pipeline.Route(when, output);
  }

  private Path file(String key) {
    Path file = Path.of(settings.text(key, "")).toAbsolutePath();
    if (Files.isDirectory(file)
        || file.getParent() == null
        || !Files.isDirectory(file.getParent())) {
      throw new IllegalArgumentException(
          key + " must be a file in a folder that exists, was '" + file + "'");
    }
    return file;
  }

  /** A pipeline must not hear, by itself or through others, what it makes. */
  private void refuseCircles(List<Pipeline> pipelines) {
    Map<String, Set<String>> feeds = new LinkedHashMap<>();
    for (Pipeline from : pipelines) {
      for (Pipeline to : pipelines) {
        for (Pipeline.Route route : from.routes()) {
          if (route.output() instanceof Output.ToMarket market
              && to.input().hears(market.symbol())) {
            feeds.computeIfAbsent(from.name(), _ -> new TreeSet<>()).add(to.name());
          }
        }
      }
    }
    for (String name : feeds.keySet()) {
      Set<String> reached = new TreeSet<>();
      List<String> ahead = new ArrayList<>(feeds.get(name));
      while (!ahead.isEmpty()) {
        String next = ahead.removeLast();
        if (reached.add(next)) {
          ahead.addAll(feeds.getOrDefault(next, Set.of()));
        }
      }
      if (reached.contains(name)) {
        settings.fault("pipelines." + name + " hears the market that it makes, in a circle");
      }
    }
  }
}
