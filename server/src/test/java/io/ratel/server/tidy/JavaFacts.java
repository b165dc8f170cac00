package io.ratel.server.tidy;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.PackageTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** What the compiler's own parser sees in a Java file; comments and texts are not among it. */
final class JavaFacts {
  private static final Map<SourceFile, List<Fact>> READ = new ConcurrentHashMap<>();

  enum Kind {
    PACKAGE,
    CLASS,
    INTERFACE,
    METHOD,
    ANNOTATION,
    SELECT,
    NEW
  }

  /**
   * @param name as written: of a package or type or method, or {@code a.b} for a selection
   * @param line where it begins
   * @param lines how many it has
   */
  record Fact(Kind kind, String name, long line, long lines) {}

  private JavaFacts() {}

  static List<Fact> of(SourceFile file) {
    return READ.computeIfAbsent(file, JavaFacts::parse);
  }

  private static List<Fact> parse(SourceFile file) {
    JavacTask task =
        (JavacTask)
            ToolProvider.getSystemJavaCompiler()
                .getTask(
                    null, null, fault -> {}, List.of("-proc:none"), null, List.of(source(file)));
    List<Fact> facts = new ArrayList<>();
    try {
      SourcePositions positions = Trees.instance(task).getSourcePositions();
      for (CompilationUnitTree unit : task.parse()) {
        LineMap map = unit.getLineMap();
        new TreeScanner<Void, Void>() {
          @Override
          public Void scan(Tree tree, Void nothing) {
            Kind kind = kind(tree);
            if (kind != null && positions.getEndPosition(unit, tree) >= 0) {
              long first = map.getLineNumber(positions.getStartPosition(unit, tree));
              long last = map.getLineNumber(positions.getEndPosition(unit, tree));
              facts.add(new Fact(kind, name(tree), first, last - first + 1));
            }
            return super.scan(tree, nothing);
          }
        }.scan(unit, null);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return facts;
  }

  private static Kind kind(Tree tree) {
    return switch (tree) {
      case PackageTree named -> Kind.PACKAGE;
      case ClassTree type when type.getKind() == Tree.Kind.INTERFACE -> Kind.INTERFACE;
      case ClassTree type -> Kind.CLASS;
      case MethodTree method -> Kind.METHOD;
      case AnnotationTree annotation -> Kind.ANNOTATION;
      case MemberSelectTree select -> Kind.SELECT;
      case NewClassTree made -> Kind.NEW;
      case null, default -> null;
    };
  }

  private static String name(Tree tree) {
    return switch (tree) {
      case PackageTree named -> named.getPackageName().toString();
      case ClassTree type -> type.getSimpleName().toString();
      case MethodTree method -> method.getName().toString();
      case AnnotationTree annotation -> annotation.getAnnotationType().toString();
      case NewClassTree made -> made.getIdentifier().toString();
      default -> tree.toString();
    };
  }

  private static JavaFileObject source(SourceFile file) {
    return new SimpleJavaFileObject(
        URI.create("string:///" + file.path()), JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return file.text();
      }
    };
  }
}
