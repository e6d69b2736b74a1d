package io.framewire.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.framewire.interop.MatrixCell.Direction;
import io.framewire.wire.Pattern;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MatrixTableTest {
  @TempDir private Path folder;

  @Test
  void isCompleteWhenEveryCombinationWasSeen() {
    MatrixTable table = new MatrixTable();
    assertThat(MatrixCell.all()).hasSize(36);
    MatrixCell.all().stream().skip(1).forEach(cell -> table.add(cell, cell.promise()));
    assertThat(table.isComplete()).isFalse();
    assertThat(table.markdown()).contains("| pair | Java to Python | not passed |");
    table.add(MatrixCell.all().get(0), "all frames, end");
    assertThat(table.isComplete()).isTrue();
    assertThat(table.markdown())
        .contains(
            "| pair | Java to Python | all frames, end | all frames, data, end |"
                + " all frames, end | all frames, data, end |\n",
            "| pub/sub | Python to Java | newest frames | – | newest frames | – |\n");
  }

  @Test
  void namesTheCommandWhereThePageDiffersAndRewritesOnlyItsOwnLines() throws IOException {
    Path page = page("before\n" + MatrixTable.BEGIN + "old\n" + MatrixTable.END + "after\n");
    MatrixTable table = new MatrixTable();
    table.add(new MatrixCell(Pattern.PAIR, Direction.JAVA_TO_JAVA, "tcp", false), "fine");
    assertThatThrownBy(() -> table.requireIn(page, false))
        .hasMessageContaining("-Dinterop.matrix.write=true");
    table.requireIn(page, true);
    table.requireIn(page, false);
    assertThat(page).content().startsWith("before\n" + MatrixTable.BEGIN + "| pattern |");
    assertThat(page).content().endsWith(MatrixTable.END + "after\n").contains("| fine |");
  }

  @Test
  void refusesAPageWithoutItsPlace() throws IOException {
    Path page = page("no marks\n");
    assertThatThrownBy(() -> new MatrixTable().requireIn(page, true))
        .hasMessageContaining(MatrixTable.BEGIN);
  }

  private Path page(String text) throws IOException {
    return Files.writeString(folder.resolve("page.md"), text);
  }
}
