package io.ratel.server.tidy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.ratel.server.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The repository as it lies on disk: its texts, and the classes compiled from them. */
final class House {
  private static final Set<String> NOT_OURS =
      Set.of(".git", "target", "node_modules", "dist", "looks", ".idea", ".vscode");
  private static final Set<String> TEXT =
      Set.of(
          "java",
          "ts",
          "tsx",
          "js",
          "css",
          "html",
          "svg",
          "sql",
          "xml",
          "json",
          "md",
          "yaml",
          "yml",
          "properties",
          "csv",
          "sh",
          "cmd",
          "config",
          "ratel",
          "mvnw",
          "run",
          "test");

  private final Path root = Repository.root();
  private final List<SourceFile> files = read();

  List<SourceFile> files() {
    return files;
  }

  /** The classes that a room ships. */
  JavaClasses mainClasses(String room) {
    return classes(List.of(root.resolve(room).resolve("target/classes")));
  }

  /** Every room's classes, those of its tests included. */
  JavaClasses allClasses() {
    List<Path> folders = new ArrayList<>();
    for (String room : Floors.rooms()) {
      folders.add(root.resolve(room).resolve("target/classes"));
      folders.add(root.resolve(room).resolve("target/test-classes"));
    }
    return classes(folders.stream().filter(Files::isDirectory).toList());
  }

  private static JavaClasses classes(List<Path> folders) {
    JavaClasses classes = new ClassFileImporter().importPaths(folders);
    if (classes.isEmpty()) {
      throw new IllegalStateException("nothing is compiled in " + folders + ": build all rooms");
    }
    return classes;
  }

  private List<SourceFile> read() {
    List<SourceFile> found = new ArrayList<>();
    try {
      Files.walkFileTree(
          root,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
              return NOT_OURS.contains(folder.getFileName().toString())
                  ? FileVisitResult.SKIP_SUBTREE
                  : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
              SourceFile path = new SourceFile(root.relativize(file).toString(), "");
              if (TEXT.contains(path.extension())) {
                found.add(
                    new SourceFile(
                        path.path().replace('\\', '/'),
                        Files.readString(file, StandardCharsets.UTF_8)));
              }
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }
}
