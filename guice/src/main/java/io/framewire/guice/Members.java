package io.framewire.guice;

import com.google.inject.Binding;
import com.google.inject.Injector;
import com.google.inject.TypeLiteral;
import com.google.inject.spi.ProviderInstanceBinding;
import io.framewire.FrameReceiver;
import io.framewire.FrameSender;
import io.framewire.error.ConfigurationException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds what was declared, and refuses what cannot work while the injector is being made. */
final class Members {
  private final Map<String, Member> found = new LinkedHashMap<>();
  private final Map<String, Object> places = new LinkedHashMap<>();
  private final List<String> problems = new ArrayList<>();

  private Members() {}

  /** Receivers, then senders, each in the order of declaration. */
  static List<Member> of(Injector injector) {
    Members members = new Members();
    members.addAll(injector, FrameReceiver.class);
    members.addAll(injector, FrameSender.class);
    if (!members.problems.isEmpty()) {
      throw new ConfigurationException(String.join("; ", members.problems));
    }
    return List.copyOf(members.found.values());
  }

  /** Whoever overrides a binding with one of another kind looks after that stream themselves. */
  private <T> void addAll(Injector injector, Class<T> type) {
    for (Binding<T> binding : injector.findBindingsByType(TypeLiteral.get(type))) {
      if (binding instanceof ProviderInstanceBinding<T> provided
          && provided.getUserSuppliedProvider() instanceof Member member) {
        add(member, binding.getSource());
      }
    }
  }

  private void add(Member member, Object place) {
    member
        .problem()
        .ifPresent(problem -> problems.add(label(member) + " (" + place + ") " + problem));
    if (found.putIfAbsent(member.name(), member) != null) {
      problems.add(
          "two streams are called \""
              + member.name()
              + "\" ("
              + places.get(member.name())
              + " and "
              + place
              + "): give one of them another name");
    }
    places.putIfAbsent(member.name(), place);
  }

  private static String label(Member member) {
    return "stream \"" + member.name() + "\"";
  }
}
