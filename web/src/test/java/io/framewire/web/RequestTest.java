package io.framewire.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestTest {
  @Test
  void isTakenApart() throws Exception {
    Request request =
        Request.parse("GET /a%20b+c?x=1%262&y&x=%C3%BC HTTP/1.1\r\nHost: h\r\nA:  b \r\na: c");
    assertThat(request.method()).isEqualTo("GET");
    assertThat(Request.decodePart(request.path())).isEqualTo("/a b+c");
    assertThat(request.parameter("x")).contains("ü");
    assertThat(request.parameter("y")).contains("");
    assertThat(request.parameter("z")).isEmpty();
    assertThat(request.header("a")).contains("b,c");
    assertThat(request.keepAlive()).isTrue();
    assertThat(Request.parse("HEAD / HTTP/1.0").keepAlive()).isFalse();
    assertThat(Request.parse("GET / HTTP/1.1\r\nConnection: Close").keepAlive()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "400 | GET /",
        "400 | GET / HTTP/2.0",
        "400 | GET /a\\rSet-Cookie:b HTTP/1.1",
        "400 | GET  / HTTP/1.1",
        "400 | GET http://localhost/ HTTP/1.1",
        "400 | GET / HTTP/1.1\\r\\nno header",
        "400 | GET / HTTP/1.1\\r\\nA: b\\r\\n folded: c",
        "400 | GET / HTTP/1.1\\r\\nA : b",
        "400 | GET /?a=%zz HTTP/1.1",
        "413 | GET / HTTP/1.1\\r\\nContent-Length: 1",
        "413 | GET / HTTP/1.1\\r\\nTransfer-Encoding: chunked"
      })
  void isRefusedWhereItIsNone(int status, String head) {
    String text = head.replace("\\r", "\r").replace("\\n", "\n");
    assertThatThrownBy(() -> Request.parse(text))
        .asInstanceOf(type(Request.BadRequest.class))
        .extracting(Request.BadRequest::status)
        .isEqualTo(status);
  }
}
