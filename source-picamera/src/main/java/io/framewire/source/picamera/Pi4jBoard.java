package io.framewire.source.picamera;

import com.pi4j.boardinfo.definition.BoardModel;
import com.pi4j.boardinfo.util.BoardInfoHelper;
import java.util.Optional;

/** The board's model as Pi4J knows it. */
final class Pi4jBoard {
  private Pi4jBoard() {}

  static Optional<String> model() {
    BoardModel model = BoardInfoHelper.current().getBoardModel();
    return model == BoardModel.UNKNOWN ? Optional.empty() : Optional.of(model.getLabel());
  }
}
