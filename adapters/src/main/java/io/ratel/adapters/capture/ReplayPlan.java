package io.ratel.adapters.capture;

import io.ratel.adapters.factors.FactorFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What is to be played: recordings by venue, files of history and of price factors, and what is
 * skipped with the reason.
 */
public record ReplayPlan(
    List<Venue> venues, List<LeanFile> history, List<Path> factors, List<Skipped> skipped) {
  private static final int MAX_DEPTH = 8;
  private static final int MAX_FILES = 10_000;

  /** The recordings of one venue, in one format. */
  record Venue(
      String name, CaptureFormat format, List<CaptureFile> files, List<CaptureFile> listings) {}

  /** A file, or a venue's files, that will not be played. */
  public record Skipped(String name, String why) {}

  public ReplayPlan {
    venues = List.copyOf(venues);
    history = List.copyOf(history);
    factors = List.copyOf(factors);
    skipped = List.copyOf(skipped);
  }

  /**
   * Looks into files and folders; a folder with everything below it.
   *
   * @throws IllegalArgumentException when a path does not exist, cannot be read, or holds too many
   *     files
   */
  public static ReplayPlan of(List<Path> paths) {
    Map<String, List<CaptureFile>> captures = new TreeMap<>();
    List<LeanFile> history = new ArrayList<>();
    List<Path> factors = new ArrayList<>();
    List<Skipped> skipped = new ArrayList<>();
    for (Path path : paths) {
      for (Path file : files(path)) {
        Optional<CaptureFile> capture = CaptureFile.of(file);
        Optional<LeanFile> lean = LeanFile.of(file);
        if (capture.isPresent()) {
          captures
              .computeIfAbsent(capture.get().venue(), _ -> new ArrayList<>())
              .add(capture.get());
        } else if (lean.isPresent()) {
          history.add(lean.get());
        } else if (isFactors(file)) {
          factors.add(file);
        } else {
          skipped.add(
              new Skipped(
                  file.getFileName().toString(),
                  "neither a capture nor a file of bars, ticks or factors"));
        }
      }
    }
    List<Venue> venues = new ArrayList<>();
    captures.forEach((name, files) -> venue(name, files, skipped).ifPresent(venues::add));
    return new ReplayPlan(venues, history, factors, skipped);
  }

  private static boolean isFactors(Path file) {
    return FactorFile.share(LeanFile.VENUE, file.getFileName().toString(), true).isPresent();
  }

  private static List<Path> files(Path path) {
    if (!Files.isReadable(path)) {
      throw new IllegalArgumentException(
          "replay must be a file or folder that can be read, was '" + path + "'");
    }
    try (Stream<Path> found = Files.walk(path, MAX_DEPTH)) {
      List<Path> files =
          found
              .filter(file -> Files.isRegularFile(file) && !isHidden(file))
              .limit(MAX_FILES + 1L)
              .sorted()
              .toList();
      if (files.size() > MAX_FILES) {
        throw new IllegalArgumentException(
            "replay takes at most " + MAX_FILES + " files, there are more in '" + path + "'");
      }
      return files;
    } catch (IOException | UncheckedIOException e) {
      throw new IllegalArgumentException("replay cannot read '" + path + "': " + e.getMessage(), e);
    }
  }

  private static boolean isHidden(Path file) {
    return file.getFileName().toString().startsWith(".");
  }

  private static Optional<Venue> venue(
      String name, List<CaptureFile> files, List<Skipped> skipped) {
    Map<CaptureFormat, List<CaptureFile>> byFormat = new TreeMap<>();
    List<CaptureFile> listings = new ArrayList<>();
    for (CaptureFile file : files) {
      String fileName = file.path().getFileName().toString();
      CaptureFile.Beginning beginning;
      try {
        beginning = file.beginning();
      } catch (IOException e) {
        skipped.add(new Skipped(fileName, "cannot be read: " + e.getMessage()));
        continue;
      }
      Optional<CaptureFormat> format = beginning.format();
      if (file.kind() == CaptureFile.Kind.LISTING) {
        listings.add(file);
      } else if (format.isPresent()) {
        byFormat.computeIfAbsent(format.get(), _ -> new ArrayList<>()).add(file);
      } else {
        String why =
            beginning.url().map(from -> host(from) + " is not supported").orElse("it names no URL");
        skipped.add(new Skipped(fileName, why));
      }
    }
    if (byFormat.isEmpty()) {
      listings.forEach(
          file ->
              skipped.add(
                  new Skipped(
                      file.path().getFileName().toString(), "a listing without recordings")));
      return Optional.empty();
    }
    CaptureFormat first = byFormat.keySet().iterator().next();
    byFormat.forEach(
        (format, others) -> {
          if (format != first) {
            others.forEach(
                file ->
                    skipped.add(
                        new Skipped(
                            file.path().getFileName().toString(),
                            "a venue has one format, " + name + " is " + first)));
          }
        });
    return Optional.of(
        new Venue(name, first, byFormat.getOrDefault(first, List.of()), List.copyOf(listings)));
  }

  private static String host(String url) {
    int query = url.indexOf('?');
    String plain = query < 0 ? url : url.substring(0, query);
    return plain.length() <= 100 ? plain : plain.substring(0, 100) + "…";
  }
}
