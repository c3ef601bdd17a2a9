package wifisetup.ui;

import java.util.ArrayList;
import java.util.List;
import wifisetup.join.JoinEvent;
import wifisetup.setup.Client;
import wifisetup.ui.page.Actions;

/// Remembers what taps asked for.
final class RecordedActions implements Actions {
    final List<JoinEvent> joins = new ArrayList<>();
    final List<Client> selected = new ArrayList<>();
    final List<String> others = new ArrayList<>();

    @Override
    public void join(JoinEvent event) {
        joins.add(event);
    }

    @Override
    public void select(Client client) {
        selected.add(client);
    }

    @Override
    public void skip() {
        others.add("skip");
    }

    @Override
    public void never() {
        others.add("never");
    }

    @Override
    public void startSetup() {
        others.add("startSetup");
    }

    @Override
    public void stopClient() {
        others.add("stopClient");
    }
}
