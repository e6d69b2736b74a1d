package io.framewire.docs;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/** The JDK's compiler, on all that is published, without writing classes. */
final class Javac {
  /**
   * All warnings, but for those of what stands around the code and of resources that are only held.
   */
  private static final List<String> OPTIONS =
      List.of(
          "--release",
          "17",
          "-proc:none",
          "-Xmaxerrs",
          "1000",
          "-Xmaxwarns",
          "1000",
          "-XDshould-stop.ifError=FLOW",
          "-Xlint:all,-path,-processing,-classfile,-options,-try,-module,-requires-automatic,-missing-explicit-ctor");

  /** Parsing looks at no class, so that all of it can share what is expensive. */
  private static final List<String> PARSING =
      List.of("-source", "17", "-proc:none", "-Xlint:-options");

  private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();
  private static final JavaFileManager FILES =
      COMPILER.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);

  private Javac() {}

  /** A source that was parsed. */
  record Parsed(JavaSource source, List<String> types, List<Diagnostic<?>> errors) {
    boolean isFine() {
      return errors.isEmpty();
    }

    /** How far the parser came. */
    long reached() {
      return errors.stream().mapToLong(Diagnostic::getLineNumber).min().orElse(Long.MAX_VALUE);
    }
  }

  static Parsed parse(JavaSource source) {
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    try {
      JavacTask task =
          (JavacTask) COMPILER.getTask(null, FILES, found, PARSING, null, List.of(source));
      List<String> types =
          StreamSupport.stream(task.parse().spliterator(), false).flatMap(Javac::types).toList();
      List<Diagnostic<?>> errors = new ArrayList<>();
      found.getDiagnostics().stream()
          .filter(one -> one.getKind() == Diagnostic.Kind.ERROR)
          .forEach(errors::add);
      return new Parsed(source, types, List.copyOf(errors));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** What is wrong with sources that belong together, errors and warnings. */
  static List<String> problems(List<JavaSource> sources) {
    if (sources.isEmpty()) {
      return List.of();
    }
    boolean isModule = sources.stream().anyMatch(one -> one.form() == JavaSource.Form.MODULE);
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    try {
      task(found, sources, List.of(isModule ? "--module-path" : "-classpath", ClassPath.TEXT))
          .analyze();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return found.getDiagnostics().stream()
        .filter(one -> one.getKind() != Diagnostic.Kind.NOTE)
        .map(Javac::words)
        .distinct()
        .toList();
  }

  private static JavacTask task(
      DiagnosticCollector<JavaFileObject> found, List<JavaSource> sources, List<String> more) {
    List<String> options = Stream.concat(OPTIONS.stream(), more.stream()).toList();
    return (JavacTask) COMPILER.getTask(null, null, found, options, null, sources);
  }

  private static Stream<String> types(CompilationUnitTree unit) {
    return unit.getTypeDecls().stream()
        .filter(ClassTree.class::isInstance)
        .map(type -> ((ClassTree) type).getSimpleName().toString());
  }

  private static String words(Diagnostic<? extends JavaFileObject> one) {
    return one.getSource() instanceof JavaSource source
        ? source.problem(one)
        : one.getMessage(null);
  }
}
