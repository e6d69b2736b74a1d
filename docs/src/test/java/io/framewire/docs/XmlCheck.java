package io.framewire.docs;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Every block of XML is well-formed, and its dependencies are there for whoever copies them. */
final class XmlCheck {
  private static final String OURS = "io.framewire";
  private static final String BOM = "framewire-bom";

  private final String version;
  private final Map<String, String> versions = new HashMap<>();

  /**
   * Reads what there is.
   *
   * @param root the project's root
   */
  XmlCheck(Path root) {
    Document bom = parse(Pages.read(root.resolve("bom/pom.xml")));
    version = text(bom.getDocumentElement(), "version").orElseThrow();
    managed(bom).forEach(one -> versions.put(name(one), ""));
    versions.put(OURS + ":" + BOM, version);
    Document parent = parse(Pages.read(root.resolve("pom.xml")));
    managed(parent)
        .filter(one -> !name(one).startsWith(OURS + ":"))
        .forEach(one -> versions.put(name(one), valueOf(parent, text(one, "version"))));
  }

  List<String> problems(List<Page> pages) {
    return pages.stream().flatMap(page -> page.blocks("xml").stream()).flatMap(this::of).toList();
  }

  private Stream<String> of(Block block) {
    try {
      return elements(
              parse("<block>" + block.text() + "</block>").getDocumentElement(), "dependency")
          .flatMap(one -> problem(one).stream())
          .map(what -> block.problem(0, what));
    } catch (IllegalArgumentException malformed) {
      return Stream.of(block.problem(0, malformed.getMessage()));
    }
  }

  private Optional<String> problem(Element dependency) {
    String name = name(dependency);
    String written = text(dependency, "version").orElse("");
    if (!versions.containsKey(name)) {
      return Optional.of(name + " is neither in the BOM nor among what the project manages");
    }
    String right = versions.get(name);
    return written.equals(right) || written.startsWith("${")
        ? Optional.empty()
        : Optional.of(name + " has the version '" + written + "' instead of '" + right + "'");
  }

  private static Stream<Element> managed(Document pom) {
    return elements(pom.getDocumentElement(), "dependencyManagement")
        .flatMap(management -> elements(management, "dependency"));
  }

  private static Stream<Element> elements(Element parent, String name) {
    NodeList found = parent.getElementsByTagName(name);
    return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i));
  }

  private static String name(Element dependency) {
    return text(dependency, "groupId").orElse("?")
        + ":"
        + text(dependency, "artifactId").orElse("?");
  }

  private static Optional<String> text(Element parent, String name) {
    return elements(parent, name).findFirst().map(found -> found.getTextContent().strip());
  }

  private static String valueOf(Document pom, Optional<String> written) {
    String value = written.orElse("");
    while (value.contains("${")) {
      String property = value.substring(value.indexOf("${") + 2, value.indexOf('}'));
      String found = text(pom.getDocumentElement(), property).orElseThrow();
      value = value.replace("${" + property + "}", found);
    }
    return value;
  }

  private static Document parse(String text) {
    try {
      DocumentBuilder parser = DocumentBuilderFactory.newInstance().newDocumentBuilder();
      parser.setErrorHandler(new DefaultHandler());
      return parser.parse(new InputSource(new StringReader(text)));
    } catch (SAXException malformed) {
      throw new IllegalArgumentException(malformed.getMessage(), malformed);
    } catch (ParserConfigurationException | IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
