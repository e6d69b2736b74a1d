package io.framewire.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The checks find what is wrong, where it is, and nothing else. */
class ChecksTest {
  @Test
  void badJavaIsFoundInItsLine() {
    Page page =
        page(
            """
            Text.

            <!-- given: Frame frame;
            void look(Frame frame) {} -->
            ```java
            look(frame);
            look(frames);
            ```

            ```java
            int size = ;
            ```

            <!-- given: Nothing nothing; -->
            ```java
            int size = 5;
            ```
            """);
    assertThat(JavaCheck.problems(List.of(page)))
        .satisfiesExactlyInAnyOrder(
            one -> assertThat(one).startsWith("page.md:7: cannot find symbol").contains("frames"),
            one -> assertThat(one).startsWith("page.md:11: illegal start of expression"),
            one ->
                assertThat(one).startsWith("page.md:14: cannot find symbol").contains("Nothing"));
  }

  @Test
  void warningsAreFound() {
    Page page =
        page(
            """
            ```java
            List names = new ArrayList<String>();
            ```
            """);
    assertThat(JavaCheck.problems(List.of(page)))
        .singleElement()
        .satisfies(one -> assertThat(one).startsWith("page.md:2: ").contains("raw type"));
  }

  @Test
  void blocksAreClassesMembersOrStatements() {
    Page page =
        page(
            """
            ```java
            import java.util.regex.Matcher;

            public class Camera implements AutoCloseable {
              Matcher matcher;

              @Override
              public void close() {}
            }
            ```

            ```java
            private final Camera camera = new Camera();

            int count(List<Frame> frames) {
              return frames.size();
            }
            ```

            Now of another kind.

            <!-- given: import java.util.regex.Matcher; static Camera given; class Given {} Matcher matcher; -->
            ```java
            class Camera {
              Camera other = given;
              Object object = new Given();
            }
            ```

            ```java
            try (Camera camera = new Camera()) {
              Thread.sleep(Duration.ofMillis(1).toMillis());
            }
            ```
            """);
    assertThat(JavaCheck.problems(List.of(page)))
        .singleElement()
        .satisfies(one -> assertThat(one).startsWith("page.md:26: ").contains("Given"));
  }

  @Test
  void badExamplesInJavadocAreFoundInTheirLine() {
    String lines = "// empty\n".repeat(20);
    String file =
        lines + "/**\n * <pre>{@code\n * look(frame);\n *\n * look(frames);\n * }</pre>\n */";
    assertThat(JavaCheck.problems(Javadocs.pages("Camera.java", file).toList()))
        .singleElement()
        .satisfies(one -> assertThat(one).startsWith("Camera.java:25: cannot find symbol"));
  }

  @Test
  void modulesAreCompiledWithTheClassesThatNameTheirPackage() {
    String camera =
        """
        ```java
        package shop.camera;

        public class Camera {
          FrameSource source;
        }
        ```
        """;
    String module =
        """

        ```java
        module shop {
          requires transitive io.framewire.core;

          exports shop.camera;
        }
        ```
        """;
    assertThat(JavaCheck.problems(List.of(page(camera + module)))).isEmpty();
    assertThat(JavaCheck.problems(List.of(page(module))))
        .singleElement()
        .satisfies(one -> assertThat(one).startsWith("page.md:6: ").contains("shop.camera"));
  }

  @Test
  void badCommandsAreFoundInTheirLine() {
    Page page =
        page(
            """
            1. First

               ```sh
               ./framewire receive --at 'tcp://*:5555' > out.txt 2>&1 & framewire demo # --oops
               hub$ framewire receive --wrong 1
               FRAMEWIRE_JAVA_OPTIONS=-Xmx1g ./framewire sned \\
                 clip.mp4
               framewire send 'clip
               mvn verify --wrong
               ```
            """);
    assertThat(CommandCheck.problems(List.of(page)))
        .satisfiesExactly(
            one -> assertThat(one).startsWith("page.md:5: ").contains("--wrong"),
            one -> assertThat(one).startsWith("page.md:7: ").contains("sned"),
            one -> assertThat(one).startsWith("page.md:8: ").contains("a quote has no end"));
  }

  @Test
  void badDependenciesAreFound() {
    Page page =
        page(
            """
            ```xml
            <dependency>
              <groupId>io.framewire</groupId>
              <artifactId>framewire-core</artifactId>
            </dependency>
            ```

            ```xml
            <dependency>
              <groupId>io.framewire</groupId>
              <artifactId>framewire-cameras</artifactId>
            </dependency>
            <dependency>
              <groupId>com.pi4j</groupId>
              <artifactId>pi4j-core</artifactId>
              <version>1.0</version>
            </dependency>
            ```

            ```xml
            <dependency>
            ```
            """);
    assertThat(new XmlCheck(Pages.ROOT).problems(List.of(page)))
        .satisfiesExactly(
            one ->
                assertThat(one).startsWith("page.md:9: io.framewire:framewire-cameras is neither"),
            one ->
                assertThat(one).startsWith("page.md:9: com.pi4j:pi4j-core has the version '1.0'"),
            one -> assertThat(one).startsWith("page.md:21: "));
  }

  @Test
  void badJsonIsFoundInItsBlock() {
    Page page = page("```json\n{\"frames\": 1}\n```\n\n```json\n{\"frames\": }\n```\n");
    assertThat(JsonCheck.problems(List.of(page)))
        .singleElement()
        .satisfies(one -> assertThat(one).startsWith("page.md:6: "));
  }

  @Test
  void badPythonIsFoundInItsLine() {
    assumeTrue(PythonCheck.isPossible(), "python3 is not on the PATH");
    Page page =
        page(
            """
            ```python
            import asyncio
            print("never run")
            async for frame in frames
            ```
            """);
    assertThat(PythonCheck.problems(List.of(page)))
        .singleElement()
        .satisfies(one -> assertThat(one).startsWith("page.md:4: "));
  }

  @Test
  void badLinksAreFoundInTheirLine() {
    Page index =
        new Page(
            "docs/README.md",
            """
            # The *first* page, `code()`: [more](https://example.org)

            ## Twice
            ## Twice

            [here](#the-first-page-code-more), [second](#twice-1), [up](../pom.xml), [next](next.md#a-b)
            ![picture](missing.png) and `[code](missing.md)`
            [third](#twice-2), [far](https://), [out](../../secret)
            """);
    Page next = new Page("docs/next.md", "# A B\n");
    Page lost = new Page("docs/lost.md", "[first](README.md)\n");
    List<Page> pages = List.of(index, next, lost);
    Path root = Pages.ROOT;
    assertThat(LinkCheck.problems(root, pages))
        .containsExactly(
            "docs/README.md:7: there is no docs/missing.png",
            "docs/README.md:8: docs/README.md has no heading #twice-2",
            "docs/README.md:8: no address: https://",
            "docs/README.md:8: there is no ../secret");
    assertThat(LinkCheck.unreachable(root, pages))
        .containsExactly("docs/lost.md:1: no link leads here from docs/README.md");
  }

  @Test
  void messagesThatNobodyWritesAreFoundInTheirLine() {
    String source =
        """
        throw new SourceException("camera " + name + " is \\"gone\\":"
            + " plug it in again");
        """;
    String page =
        """
        | message | |
        |---|---|
        | `camera … is "gone": plug it in again` | |
        | `camera … is "gone": plug it in anew` | |
        | `camera …` | |
        | `of the JVM` <!-- the JVM's --> | |
        """;
    assertThat(new MessageCheck(Stream.of(source)).problems("page.md", page))
        .containsExactly(
            "page.md:4: no message has this: is \"gone\": plug it in anew",
            "page.md:5: too little to tell it by: camera …");
  }

  @Test
  void blocksWithoutALanguageOrAnEndAreFound() {
    assertThat(LanguageCheck.problems(List.of(page("Text.\n\n```\nls\n```\n\n```jaav\n```\n"))))
        .containsExactly("page.md:3: unknown language ''", "page.md:7: unknown language 'jaav'");
    assertThatThrownBy(() -> page("# Title\n```java\nint i;\n"))
        .hasMessage("page.md:2: the block has no end");
    assertThatThrownBy(() -> page("# Title\n<!-- given: int i;\n"))
        .hasMessage("page.md:2: the comment has no end");
  }

  private static Page page(String text) {
    return new Page("page.md", text);
  }
}
