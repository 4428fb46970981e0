//! Where the node listens, and what is refused: any address but localhost needs TLS or a proxy
//! that does it.

use lexicon::Phrase;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, TcpListener, ToSocketAddrs};
use std::path::PathBuf;

/// How the bytes between a browser and the node are protected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Protection {
    /// On localhost only.
    None,
    /// A proxy does it; the node trusts nothing that the proxy says about the browser.
    Proxy,
    Tls {
        certificate: PathBuf,
        key: PathBuf,
    },
}

/// An address as it was written, and the sockets it stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    pub host: String,
    pub port: u16,
    sockets: Vec<SocketAddr>,
}

impl Address {
    /// Reads `localhost:8080`, `[::1]:8080` or `0.0.0.0:443`. `localhost` is both loopbacks.
    ///
    /// # Errors
    /// It has no port, or its host is not known.
    pub fn parse(text: &str) -> Result<Self, Phrase> {
        let refused = || Phrase::new("command-refuse-address").with("address", text);
        let (host, port) = text.rsplit_once(':').ok_or_else(refused)?;
        let port: u16 = port.parse().map_err(|_| refused())?;
        let host = host.trim_matches(['[', ']']).to_owned();
        let sockets = if host == "localhost" {
            let loopbacks = [IpAddr::V4(Ipv4Addr::LOCALHOST), IpAddr::V6(Ipv6Addr::LOCALHOST)];
            loopbacks.map(|ip| SocketAddr::new(ip, port)).to_vec()
        } else {
            (host.as_str(), port).to_socket_addrs().map_err(|_| refused())?.take(4).collect()
        };
        if sockets.is_empty() {
            return Err(refused());
        }
        Ok(Self { host, port, sockets })
    }

    fn is_localhost(&self) -> bool {
        self.sockets.iter().all(|socket| socket.ip().is_loopback())
    }

    /// What a browser opens.
    pub fn shown(&self, protection: &Protection) -> String {
        let scheme = if matches!(protection, Protection::Tls { .. }) { "https" } else { "http" };
        let host =
            if self.host.contains(':') { format!("[{}]", self.host) } else { self.host.clone() };
        format!("{scheme}://{host}:{}", self.port)
    }

    /// Refuses to serve anything but localhost without protection.
    ///
    /// # Errors
    /// The address can be reached from outside and nothing protects it.
    pub fn check(&self, protection: &Protection) -> Result<(), Phrase> {
        if *protection == Protection::None && !self.is_localhost() {
            let address = format!("{}:{}", self.host, self.port);
            return Err(Phrase::new("command-refuse-plain").with("address", address));
        }
        Ok(())
    }

    /// Takes the sockets. Of `localhost`, one of the two loopbacks is enough: a machine may have
    /// no IPv6.
    ///
    /// # Errors
    /// None of them can be taken.
    pub fn bind(&self) -> Result<Vec<TcpListener>, Phrase> {
        let mut taken = Vec::new();
        let mut why = String::new();
        for socket in &self.sockets {
            match TcpListener::bind(socket).and_then(|l| l.set_nonblocking(true).map(|()| l)) {
                Ok(listener) => taken.push(listener),
                Err(error) if error.kind() == std::io::ErrorKind::AddrInUse => {
                    why = error.to_string();
                    taken.clear();
                    break;
                }
                Err(error) => why = error.to_string(),
            }
        }
        if taken.is_empty() {
            let address = format!("{}:{}", self.host, self.port);
            return Err(Phrase::new("command-refuse-listen")
                .with("address", address)
                .with("why", why));
        }
        Ok(taken)
    }

    /// The same host at another port.
    pub fn at_port(&self, port: u16) -> Self {
        let mut moved = self.clone();
        moved.port = port;
        moved.sockets.iter_mut().for_each(|socket| socket.set_port(port));
        moved
    }
}

#[cfg(test)]
mod tests {
    use super::{Address, Protection};

    #[test]
    fn only_localhost_is_served_in_clear() {
        let check = |text: &str, protection: &Protection, expected: Option<&str>| {
            let refused = Address::parse(text).and_then(|a| a.check(protection)).err();
            assert_eq!(refused.as_ref().map(|p| p.key.as_ref()), expected, "{text}");
        };
        check("localhost:8080", &Protection::None, None);
        check("127.0.0.1:8080", &Protection::None, None);
        check("[::1]:8080", &Protection::None, None);
        check("0.0.0.0:8080", &Protection::None, Some("command-refuse-plain"));
        check("[::]:8080", &Protection::None, Some("command-refuse-plain"));
        check("0.0.0.0:8080", &Protection::Proxy, None);
        check("192.0.2.1:80", &Protection::None, Some("command-refuse-plain"));
        check("localhost", &Protection::None, Some("command-refuse-address"));
        check("localhost:99999", &Protection::None, Some("command-refuse-address"));
        check("no such host:1", &Protection::Proxy, Some("command-refuse-address"));
    }

    #[test]
    fn a_taken_port_is_said() {
        let first = Address::parse("127.0.0.1:0").unwrap().bind().unwrap();
        let port = first.first().unwrap().local_addr().unwrap().port();
        let refused = Address::parse(&format!("localhost:{port}")).unwrap().bind().unwrap_err();
        assert_eq!(refused.key, "command-refuse-listen");
    }
}
