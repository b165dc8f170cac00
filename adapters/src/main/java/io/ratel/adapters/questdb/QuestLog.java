package io.ratel.adapters.questdb;

import io.questdb.log.LogFactory;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Keeps the engine's log out of ours: its errors go to a small file beside its tables. */
final class QuestLog {
  private static final String CONFIGURATION =
      """
      writers=file
      w.file.class=io.questdb.log.LogRollingFileWriter
      w.file.location=%s/questdb.${date:yyyyMM}.log
      w.file.level=ERROR,CRITICAL
      w.file.rollEvery=month
      w.file.rollSize=4m
      w.file.sizeLimit=16m
      """;

  private QuestLog() {}

  /** Must come before the first use of the engine in this process; later calls change nothing. */
  static void configure(Path root) throws IOException {
    Path directory = Files.createDirectories(root.resolve("conf"));
    Path log = Files.createDirectories(root.resolve("log"));
    Files.writeString(directory.resolve("log.conf"), CONFIGURATION.formatted(log));
    PrintStream err = System.err;
    // The engine greets on the process's output, which is not its own to write to.
    System.setErr(new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8));
    try {
      LogFactory.configureRootDir(root.toString());
      LogFactory.getInstance();
    } finally {
      System.setErr(err);
    }
  }
}
