package wifisetup.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wifisetup.device.DeviceEvent;
import wifisetup.hotspot.HotspotRequest;
import wifisetup.join.Draft;
import wifisetup.join.JoinEvent;
import wifisetup.setup.Client;
import wifisetup.ui.page.Actions;
import wifisetup.ui.view.DevicePlace;
import wifisetup.words.Language;

/// Remembers what taps asked for.
final class RecordedActions implements Actions {
    final List<JoinEvent> joins = new ArrayList<>();
    final List<Client> selected = new ArrayList<>();
    final List<Optional<HotspotRequest.Target>> targets = new ArrayList<>();
    final List<Draft> drafts = new ArrayList<>();
    final List<Language> languages = new ArrayList<>();
    final List<DeviceEvent.ByPerson> devices = new ArrayList<>();
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
    public void open(DevicePlace place) {
        others.add("open " + place);
    }

    @Override
    public void device(DeviceEvent.ByPerson event) {
        devices.add(event);
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

    @Override
    public void usePhone(Optional<HotspotRequest.Target> target, Draft draft) {
        targets.add(target);
        drafts.add(draft);
    }

    @Override
    public void speak(Language language) {
        languages.add(language);
    }

    @Override
    public void stopHotspot() {
        others.add("stopHotspot");
    }

    @Override
    public void dismissHotspot() {
        others.add("dismissHotspot");
    }
}
