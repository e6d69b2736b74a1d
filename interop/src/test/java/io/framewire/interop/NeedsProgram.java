package io.framewire.interop;

import java.io.File;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** The test runs a program that has to be on the PATH; see {@link Required}. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsProgram.Condition.class)
@interface NeedsProgram {
  /** The program's file name. */
  String value();

  /** The Debian package it is in. */
  String debianPackage();

  /** Looks for it. */
  final class Condition implements ExecutionCondition {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
      return Required.decide(
          AnnotationSupport.findAnnotation(context.getElement(), NeedsProgram.class)
              .flatMap(Condition::missing));
    }

    static Optional<Path> find(String program) {
      return Stream.of(System.getenv("PATH").split(File.pathSeparator))
          .map(folder -> Path.of(folder, program))
          .filter(Files::isExecutable)
          .findFirst();
    }

    private static Optional<String> missing(NeedsProgram needed) {
      return find(needed.value()).isPresent()
          ? Optional.empty()
          : Optional.of(
              "no program \""
                  + needed.value()
                  + "\" on the PATH: install the package "
                  + needed.debianPackage());
    }
  }
}
