//! French.

use crate::demo::beat::Beat::{Agent, AgentSends, Customer, CustomerSends, OwnNote};
use crate::demo::beat::Piece;
use crate::demo::media;
use crate::demo::people::Team;
use crate::demo::tables::{Dialogue, Language};

pub(super) const FRENCH: Language = Language {
    code: "fr",
    hellos: &["Bonjour,", "Bonjour !", "Bonsoir,", "Salut,", "Bonjour à toute l’équipe,"],
    thanks: &[
        "Merci beaucoup !",
        "Super, merci !",
        "Un grand merci.",
        "Parfait, merci 🙏",
        "Merci pour votre réactivité !",
    ],
    byes: &[
        "Avec plaisir ! Bonne journée.",
        "Je vous en prie. À bientôt !",
        "N’hésitez pas à revenir vers nous. Belle journée !",
    ],
    dialogues: &[
        Dialogue {
            title: "Commande {order} non reçue",
            team: Team::Orders,
            tag: "shipping",
            beats: &[
                Customer(
                    "{hello} j’ai passé la commande {order} le {date} et je n’ai toujours rien reçu. Est-ce normal ?",
                ),
                Agent(
                    "Bonjour {name}, je regarde tout de suite. Avez-vous reçu un message du transporteur ?",
                ),
                Customer("Non, rien du tout."),
                OwnNote(
                    "Colis bloqué au centre de tri depuis 3 jours, réclamation ouverte chez {carrier}.",
                ),
                Agent(
                    "Votre colis est au centre de tri et devrait être livré le **{date2}**. Le numéro de suivi : `{track}`.",
                ),
                Customer("Peut-on le déposer chez le gardien ?"),
                Agent("Bien sûr, j’ai ajouté la consigne pour le livreur."),
                Customer("{thanks}"),
                Agent("{bye}"),
            ],
        },
        Dialogue {
            title: "Échange de taille",
            team: Team::Orders,
            tag: "return",
            beats: &[
                Customer(
                    "{hello} le pantalon Lyng est trop petit. Est-il possible de l’échanger contre un {size2} ?",
                ),
                Agent("Bonjour ! Oui, sans souci. L’article est-il comme neuf, avec l’étiquette ?"),
                Customer("Oui, juste essayé à la maison."),
                AgentSends(&[
                    Piece::Text(
                        "Parfait. Voici l’étiquette de retour. Le **{size2}** part dès que votre colis est scanné.",
                    ),
                    Piece::File(&media::LABEL, ""),
                ]),
                Customer("Le retour est gratuit ?"),
                Agent("Oui, l’échange est gratuit dans les deux sens."),
                Customer("{thanks}"),
                Agent("{bye}"),
            ],
        },
        Dialogue {
            title: "Mug ébréché",
            team: Team::Orders,
            tag: "damaged",
            beats: &[
                Customer("{hello} je viens d’ouvrir mon colis et l’un des mugs est ébréché…"),
                CustomerSends(&[Piece::File(&media::MUG, "")]),
                Agent(
                    "Oh, quel dommage ! Merci pour la photo. Je vous en renvoie un aujourd’hui même.",
                ),
                Customer("C’était pour un cadeau samedi, ça arrivera à temps ?"),
                Agent(
                    "Je le fais partir en express, il sera chez vous avant le {date2}. Et avec un emballage cadeau.",
                ),
                Customer("Vous êtes au top. {thanks}"),
                Agent("{bye}"),
            ],
        },
        Dialogue {
            title: "Remboursement de {price}",
            team: Team::Orders,
            tag: "refund",
            beats: &[
                Customer(
                    "{hello} j’ai renvoyé mon article il y a deux semaines et je n’ai pas encore été remboursé.",
                ),
                Agent(
                    "Bonjour {name}, je comprends. Pouvez-vous me donner le numéro de suivi du retour ?",
                ),
                Customer("{track}"),
                OwnNote("Retour arrivé mais pas enregistré. Validé à la main."),
                Agent(
                    "Retrouvé ! Il n’avait pas été enregistré. Je viens de vous rembourser **{price}**, comptez 3 à 5 jours ouvrés.",
                ),
                Customer("Y compris les frais de port ?"),
                Agent("Oui, la totalité."),
                Customer("{thanks}"),
            ],
        },
        Dialogue {
            title: "Quel sac de couchage ?",
            team: Team::Support,
            tag: "product question",
            beats: &[
                Customer(
                    "{hello} je pars faire le GR20 en juin. Le sac de couchage Bre est-il assez chaud ?",
                ),
                Agent(
                    "Bonjour {name}, belle aventure ! En juin il peut faire 2 ou 3 °C la nuit en altitude. Vous êtes plutôt frileux ou pas du tout ?",
                ),
                Customer("Très frileux, toute la famille se moque de moi 😅"),
                Agent(
                    "Alors je conseille :\n\n- le **Bre** (confort 0 °C)\n- un drap de soie, +3 °C\n- des chaussettes *rien que pour dormir*\n\nL’ensemble pèse 1,2 kg.",
                ),
                Customer("Le drap, vous le vendez aussi ?"),
                Agent("Oui, et je vous l’offre si vous prenez les deux. Code : `{code}`"),
                Customer("Vendu ! {thanks}"),
                Agent("{bye}"),
            ],
        },
        Dialogue {
            title: "",
            team: Team::Support,
            tag: "billing",
            beats: &[
                Customer("{hello} je ne trouve pas ma facture pour {order}"),
                Agent(
                    "Bonjour ! Elle est dans **Mon compte → Commandes**. La voici aussi directement.",
                ),
                AgentSends(&[Piece::File(&media::INVOICE, "")]),
                Customer("{thanks}"),
                Agent("{bye}"),
            ],
        },
    ],
};
