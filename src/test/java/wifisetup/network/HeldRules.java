package wifisetup.network;

/// Rules of the radio that are just held, with the world's at the beginning or a country's.
public final class HeldRules implements RadioRules {
    private volatile Domain domain;

    /// Rules that begin with those.
    public HeldRules(Domain domain) {
        this.domain = domain;
    }

    /// The rules of a country that was said long ago.
    public static HeldRules settled() {
        return new HeldRules(new Domain.Of(new Country("DE")));
    }

    @Override
    public Domain domain() {
        return domain;
    }

    @Override
    public void set(Country country) {
        domain = new Domain.Of(country);
    }
}
